package io.pangea.videos;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream, and then its end. */
class Bounded extends FilterInputStream {

	private long left;

	Bounded(InputStream in, long count) {
		super(in);
		this.left = count;
	}

	@Override
	public int read() throws IOException {
		if (this.left == 0) {
			return -1;
		}
		int read = super.read();
		this.left -= (read >= 0) ? 1 : 0;
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (this.left == 0) {
			return (length == 0) ? 0 : -1;
		}
		int read = super.read(buffer, offset, (int) Math.min(length, this.left));
		this.left -= Math.max(0, read);
		return read;
	}

	@Override
	public long skip(long count) throws IOException {
		long skipped = super.skip(Math.min(count, this.left));
		this.left -= skipped;
		return skipped;
	}

}
