package io.pangea.videos;

/** Other bytes of an upload are due. */
public final class UploadOffsetWrong extends IllegalStateException {

	private final long offset;

	public UploadOffsetWrong(long offset) {
		super("The bytes from %d on are due.".formatted(offset));
		this.offset = offset;
	}

	public long offset() {
		return this.offset;
	}

}
