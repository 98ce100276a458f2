package io.pangea.videos;

/** The idempotency key came with other content before. */
public final class KeyReused extends IllegalStateException {

	private final String idempotencyKey;

	public KeyReused(String idempotencyKey) {
		super("The idempotency key was used with other content.");
		this.idempotencyKey = idempotencyKey;
	}

	public String idempotencyKey() {
		return this.idempotencyKey;
	}

}
