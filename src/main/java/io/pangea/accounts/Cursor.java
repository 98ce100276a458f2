package io.pangea.accounts;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The place in a list after an account; opaque to others. */
final class Cursor {

	/** 16 bytes in base64url. */
	static final String SHAPE = "[A-Za-z0-9_-]{22}";

	private Cursor() {
	}

	static String after(AccountId id) {
		byte[] bytes = ByteBuffer.allocate(16)
			.putLong(id.value().getMostSignificantBits())
			.putLong(id.value().getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static UUID parse(String cursor) {
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
		return new UUID(bytes.getLong(), bytes.getLong());
	}

}
