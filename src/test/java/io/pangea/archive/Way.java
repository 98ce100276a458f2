package io.pangea.archive;

/** Which way a value goes, and so who has to put up with another build's. */
enum Way {

	/** Into a module: sent by callers, read by the module. */
	ASKED,

	/** Out of a module: events, answers and problems, read by whoever listens or asks. */
	SAID

}
