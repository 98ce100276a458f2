package io.pangea.playback;

/** The idempotency key was used for something else. */
public final class KeyReused extends IllegalStateException {

	private final String idempotencyKey;

	public KeyReused(String idempotencyKey) {
		super("The idempotency key was used for something else.");
		this.idempotencyKey = idempotencyKey;
	}

	public String idempotencyKey() {
		return this.idempotencyKey;
	}

}
