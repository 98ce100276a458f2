package io.pangea.products;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file to import, gzip or plain, UTF-8 or else Latin-1. */
record ImportFile(Path path) {

	private static final Logger LOG = LoggerFactory.getLogger(ImportFile.class);

	private static final int BUFFER = 1 << 16;

	private static final int GZIP_MAGIC = 0x1f8b;

	/**
	 * Its text.
	 * @param bytesRead counts how far in the file reading has come
	 */
	BufferedReader open(AtomicLong bytesRead) throws IOException {
		return new BufferedReader(new InputStreamReader(bytes(bytesRead), charset()), BUFFER);
	}

	private InputStream bytes(AtomicLong bytesRead) throws IOException {
		InputStream in = new BufferedInputStream(new Counting(Files.newInputStream(this.path), bytesRead), BUFFER);
		in.mark(2);
		int magic = (in.read() << Byte.SIZE) | in.read();
		in.reset();
		return (magic == GZIP_MAGIC) ? new GZIPInputStream(in, BUFFER) : in;
	}

	/** A text that happens to be valid UTF-8 is practically never meant as Latin-1. */
	private Charset charset() throws IOException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
		CharBuffer chars = CharBuffer.allocate(BUFFER);
		try (InputStream in = bytes(new AtomicLong())) {
			boolean ended = false;
			while (!ended) {
				int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
				ended = count < 0;
				bytes.position(bytes.position() + Math.max(count, 0)).flip();
				if (decoder.decode(bytes, chars.clear(), ended).isError()) {
					return StandardCharsets.ISO_8859_1;
				}
				bytes.compact();
			}
		}
		return StandardCharsets.UTF_8;
	}

	void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			LOG.warn("A temporary file is left over: {}", this.path, ex);
		}
	}

	private static final class Counting extends FilterInputStream {

		private final AtomicLong count;

		Counting(InputStream in, AtomicLong count) {
			super(in);
			this.count = count;
		}

		@Override
		public int read() throws IOException {
			int value = super.read();
			this.count.addAndGet((value < 0) ? 0 : 1);
			return value;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			this.count.addAndGet(Math.max(read, 0));
			return read;
		}

	}

}
