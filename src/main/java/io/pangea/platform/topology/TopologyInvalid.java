package io.pangea.platform.topology;

/** The process was told to run in a way that makes no sense. */
public class TopologyInvalid extends IllegalStateException {

	private final String action;

	/**
	 * @param description what is wrong
	 * @param action what to do about it
	 */
	public TopologyInvalid(String description, String action) {
		super(description);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
