package io.pangea.videos;

/** What was sent is damaged, or no film. */
public final class UploadRefused extends IllegalArgumentException {

	private final String reason;

	public UploadRefused(String reason) {
		super(reason);
		this.reason = reason;
	}

	public String reason() {
		return this.reason;
	}

}
