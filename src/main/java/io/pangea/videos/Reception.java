package io.pangea.videos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes films in that staff sends. Every part is a file of its own in the store, so that
 * nothing of it is lost with an instance, whichever store it is.
 */
@Component
class Reception {

	private final Uploads uploads;

	private final Ingests ingests;

	private final MediaStore store;

	private final TransactionTemplate transaction;

	private final VideoSettings settings;

	Reception(Uploads uploads, Ingests ingests, MediaStore store, TransactionTemplate transaction,
			VideoSettings settings) {
		this.uploads = uploads;
		this.ingests = ingests;
		this.store = store;
		this.transaction = transaction;
		this.settings = settings;
	}

	Upload start(VideoId id, NewUpload upload) {
		return shown(this.uploads.start(id, upload));
	}

	Upload find(VideoId id) {
		return shown(this.uploads.get(id));
	}

	private Upload shown(Uploads.State state) {
		return new Upload(state.size(), state.checksum(), state.stored(), this.settings.largestPart().toBytes(),
				state.finished());
	}

	Upload take(VideoId id, long offset, InputStream content) throws IOException {
		Uploads.State upload = this.uploads.get(id);
		if (offset > upload.stored()) {
			throw new UploadOffsetWrong(upload.stored());
		}
		long most = Math.min(this.settings.largestPart().toBytes(), upload.size() - offset);
		Path copy = Files.createTempFile("pangea-upload-", ".part");
		try {
			MessageDigest digest = sha256();
			try (OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
				new Bounded(content, most + 1).transferTo(out);
			}
			long size = Files.size(copy);
			if (size > most) {
				throw new UploadTooLarge(most);
			}
			if (size == 0) {
				return shown(upload);
			}
			return shown(
					add(upload, new Uploads.Part(offset, size, HexFormat.of().formatHex(digest.digest()), ""), copy));
		}
		finally {
			Files.delete(copy);
		}
	}

	private Uploads.State add(Uploads.State upload, Uploads.Part part, Path file) throws IOException {
		String path = (part.start() == upload.stored()) ? this.uploads.newPath(upload, part.start()) : "";
		if (!path.isEmpty()) {
			this.store.put(path, file);
		}
		return this.uploads.add(upload.videoId(), new Uploads.Part(part.start(), part.size(), part.checksum(), path));
	}

	Ingest finish(VideoId id) {
		Uploads.State upload = this.uploads.find(id).orElse(null);
		if (upload == null) {
			return this.ingests.find(id).orElseThrow(() -> new UploadNotFound(id));
		}
		if (upload.stored() < upload.size()) {
			throw new UploadOffsetWrong(upload.stored());
		}
		String refusal = upload.finished() ? upload.refusal() : check(upload);
		if (refusal == null) {
			return Objects.requireNonNull(this.transaction.execute((status) -> begin(id)));
		}
		if (!upload.finished()) {
			this.uploads.refuse(upload, refusal);
		}
		throw new UploadRefused(refusal);
	}

	private Ingest begin(VideoId id) {
		Uploads.State upload = this.uploads.get(id);
		if (upload.finished()) {
			return this.ingests.find(id).orElseThrow(() -> new UploadNotFound(id));
		}
		this.uploads.finish(upload);
		return this.ingests.queue(id, upload.id(), 0);
	}

	/** A film that comes along, to be made ready after all others, and published. */
	void takeDemo(VideoId id, Path file) throws IOException {
		Uploads.State upload = this.uploads.start(id, new NewUpload(Files.size(file), null));
		add(upload, new Uploads.Part(0, upload.size(), "demo", ""), file);
		this.uploads.finish(upload);
		this.ingests.queueDemo(id, upload.id());
	}

	/** Once more, unless it is under way or done. */
	Ingest retry(VideoId id) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Uploads.State upload = this.uploads.get(id);
			Ingest ingest = this.ingests.find(id).orElseThrow(() -> new UploadNotFound(id));
			return (ingest.status() != Ingest.Status.FAILED) ? ingest : this.ingests.queue(id, upload.id(), 0);
		}));
	}

	private @Nullable String check(Uploads.State upload) {
		try {
			MessageDigest digest = sha256();
			ByteArrayOutputStream head = new ByteArrayOutputStream();
			List<Uploads.Part> parts = this.uploads.parts(upload.id());
			for (Uploads.Part part : parts) {
				read(part, (upload.checksum() != null) ? part.size() : Math.min(part.size(), Container.HEAD), digest,
						head);
			}
			String checksum = HexFormat.of().formatHex(digest.digest());
			if (upload.checksum() != null && !upload.checksum().equals(checksum)) {
				return "What arrived has the checksum " + checksum + ": send it again.";
			}
			return Container.of(head.toByteArray()).isPresent() ? null
					: "It is no film: MP4, QuickTime, Matroska, WebM, AVI, MPEG-TS and Ogg are.";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(Uploads.Part part, long count, MessageDigest digest, ByteArrayOutputStream head)
			throws IOException {
		try (InputStream in = this.store.read(part.path(), 0, count)) {
			byte[] buffer = new byte[64 * 1024];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				digest.update(buffer, 0, read);
				head.write(buffer, 0, Math.min(read, Math.max(0, Container.HEAD - head.size())));
			}
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
