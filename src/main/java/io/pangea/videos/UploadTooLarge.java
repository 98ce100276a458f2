package io.pangea.videos;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** More bytes than may come. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
public final class UploadTooLarge extends IllegalArgumentException {

	private final long limit;

	public UploadTooLarge(long limit) {
		super("There may be %d bytes at most.".formatted(limit));
		this.limit = limit;
	}

	public long limit() {
		return this.limit;
	}

}
