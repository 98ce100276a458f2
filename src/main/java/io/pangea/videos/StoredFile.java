package io.pangea.videos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/**
 * A file of a film as it is handed out. It never changes: what is new has a new address.
 *
 * @see MediaResponses
 */
final class StoredFile extends AbstractResource {

	private static final Map<String, String> TYPES = Map.of("m3u8", "application/vnd.apple.mpegurl", "mp4", "video/mp4",
			"m4s", "video/iso.segment", "vtt", "text/vtt;charset=utf-8", "jpg", "image/jpeg");

	private final MediaStore store;

	private final String path;

	private final long size;

	private final byte @Nullable [] text;

	private final boolean shared;

	private final Duration fresh;

	private StoredFile(MediaStore store, String path, long size, byte @Nullable [] text, boolean shared,
			Duration fresh) {
		this.store = store;
		this.path = path;
		this.size = size;
		this.text = text;
		this.shared = shared;
		this.fresh = fresh;
	}

	/**
	 * A file in the store.
	 * @param shared whether all may see it, so that caches between may keep it
	 * @throws MediaNotFound when there is none
	 */
	static StoredFile of(MediaStore store, String path, boolean shared) throws IOException {
		String name = path.substring(path.lastIndexOf('/') + 1);
		long size = store.size(path).orElseThrow(() -> new MediaNotFound(name));
		return new StoredFile(store, path, size, null, shared, Duration.ofDays(365));
	}

	/** A text that is made anew each time. */
	static StoredFile of(MediaStore store, String path, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return new StoredFile(store, path, bytes.length, bytes, false, Duration.ZERO);
	}

	MediaStore store() {
		return this.store;
	}

	String path() {
		return this.path;
	}

	boolean isText() {
		return this.text != null;
	}

	String type() {
		return TYPES.getOrDefault(this.path.substring(this.path.lastIndexOf('.') + 1), "application/octet-stream");
	}

	String caching() {
		return this.fresh.isZero() ? "private, no-cache"
				: "%s, max-age=%d, immutable".formatted(this.shared ? "public" : "private", this.fresh.toSeconds());
	}

	@Override
	public long contentLength() {
		return this.size;
	}

	@Override
	public String getFilename() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

	@Override
	public String getDescription() {
		return this.path;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return read(0, this.size);
	}

	InputStream read(long from, long count) throws IOException {
		return (this.text != null) ? new ByteArrayInputStream(this.text, (int) from, (int) count)
				: this.store.read(this.path, from, count);
	}

}
