package io.pangea.laws.broken;

/** An error with a field that would overwrite the status of its problem. */
public class AmbiguousError extends IllegalStateException {

	private final String status;

	public AmbiguousError(String status) {
		super(status);
		this.status = status;
	}

	public String status() {
		return this.status;
	}

}
