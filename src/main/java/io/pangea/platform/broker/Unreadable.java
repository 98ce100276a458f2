package io.pangea.platform.broker;

/** A message that this process can make nothing of, at least not in its version. */
class Unreadable extends Exception {

	private final String reason;

	Unreadable(String reason) {
		super(reason);
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}
