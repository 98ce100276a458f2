package io.pangea.videos;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Where a page of a list ended: the sort key and the id of its last film. Its text
 * carries a check sum over itself and the list, so that it serves no other.
 */
record Cursor(String key, UUID id) {

	private static final int CHECK = 12;

	/**
	 * @param list what is listed, and how
	 */
	static Cursor parse(String text, Object list) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			String[] parts = plain.split(":", 3);
			if (parts.length == 3) {
				Cursor cursor = new Cursor(parts[2], UUID.fromString(parts[1]));
				if (parts[0].equals(cursor.check(list))) {
					return cursor;
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below.
		}
		throw new InvalidField("cursor", "is not one of this list");
	}

	String text(Object list) {
		String plain = check(list) + ":" + this.id + ":" + this.key;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	private String check(Object list) {
		String all = list + "|" + this.id + "|" + this.key;
		byte[] hash = RequestKeys.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(hash).substring(0, CHECK);
	}

}
