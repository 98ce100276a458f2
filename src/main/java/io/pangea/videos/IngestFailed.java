package io.pangea.videos;

/** A film cannot be made ready; the message is for staff. */
class IngestFailed extends RuntimeException {

	IngestFailed(String reason) {
		super(reason);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
