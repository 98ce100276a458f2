package io.pangea.analytics;

/** What a request says in one field makes no sense. */
public final class InvalidField extends IllegalArgumentException {

	private final String field;

	private final String reason;

	public InvalidField(String field, String reason) {
		super("%s %s.".formatted(field, reason));
		this.field = field;
		this.reason = reason;
	}

	public String field() {
		return this.field;
	}

	public String reason() {
		return this.reason;
	}

}
