package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;

/** The media of films, over HTTP and in this process. */
@RestController
class VideoMediaDesk implements VideoMedia {

	private static final Pattern PICTURE = Pattern.compile("(poster|backdrop|sprite)\\.jpg|sprite\\.vtt");

	private final Reception reception;

	private final Ingests ingests;

	private final Subtitles subtitles;

	private final Library library;

	private final Tickets tickets;

	private final Segments segments;

	private final Lifecycle lifecycle;

	private final MediaStore store;

	VideoMediaDesk(Reception reception, Ingests ingests, Subtitles subtitles, Library library, Tickets tickets,
			Segments segments, Lifecycle lifecycle, MediaStore store) {
		this.reception = reception;
		this.ingests = ingests;
		this.subtitles = subtitles;
		this.library = library;
		this.tickets = tickets;
		this.segments = segments;
		this.lifecycle = lifecycle;
		this.store = store;
	}

	@Override
	public Upload startUpload(VideoId id, NewUpload upload) {
		return this.reception.start(id, upload);
	}

	@Override
	public Upload upload(VideoId id) {
		return this.reception.find(id);
	}

	@Override
	public Upload sendPart(VideoId id, long offset, InputStreamResource content) {
		try (InputStream in = content.getInputStream()) {
			return this.reception.take(id, offset, in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Ingest finishUpload(VideoId id) {
		return this.reception.finish(id);
	}

	@Override
	public Ingest ingest(VideoId id) {
		return this.ingests.find(id).orElseThrow(() -> new UploadNotFound(id));
	}

	@Override
	public Ingest retryIngest(VideoId id) {
		return this.reception.retry(id);
	}

	@Override
	public List<String> subtitles(VideoId id) {
		this.lifecycle.state(id);
		return this.subtitles.languages(id);
	}

	@Override
	public List<String> saveSubtitles(VideoId id, String language, InputStreamResource text) {
		String tag = Subtitles.language(language);
		this.lifecycle.state(id);
		try (InputStream in = text.getInputStream()) {
			this.subtitles.save(id, tag, Subtitles.read(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.subtitles.languages(id);
	}

	@Override
	public List<String> deleteSubtitles(VideoId id, String language) {
		String tag = Subtitles.language(language);
		this.lifecycle.state(id);
		this.subtitles.delete(id, tag);
		return this.subtitles.languages(id);
	}

	/**
	 * The generation is as good as a secret: who knows it was told where the picture is.
	 */
	@Override
	public Resource picture(VideoId id, String generation, String file) {
		Library.Copy copy = this.library.find(id)
			.filter((it) -> it.generation().toString().equals(generation) && PICTURE.matcher(file).matches())
			.orElseThrow(() -> new MediaNotFound(file));
		return file(copy.path(file), true);
	}

	@Override
	public Resource media(String ticket, String file) {
		Tickets.Claims claims = this.tickets.read(ticket);
		if (PICTURE.matcher(file).matches()) {
			return file(claims.path(file), false);
		}
		Library.Copy copy = this.library.find(claims.videoId())
			.filter((it) -> file.equals("master.m3u8"))
			.orElseThrow(() -> new MediaNotFound(file));
		MasterPlaylist playlist = new MasterPlaylist(copy.streams(), this.subtitles.languages(copy.videoId()));
		return StoredFile.of(this.store, copy.path(file), playlist.toString());
	}

	@Override
	public Resource segment(String ticket, String stream, String file) {
		return stream.equals("subtitles") ? subtitles(this.tickets.read(ticket), file)
				: this.segments.find(ticket, stream, file);
	}

	private Resource subtitles(Tickets.Claims claims, String file) {
		int dot = file.lastIndexOf('.');
		String language = file.substring(0, Math.max(0, dot));
		String text = this.subtitles.find(claims.videoId(), language).orElseThrow(() -> new MediaNotFound(file));
		if (file.endsWith(".vtt")) {
			return StoredFile.of(this.store, claims.path("subtitles/" + file), text);
		}
		if (!file.endsWith(".m3u8")) {
			throw new MediaNotFound(file);
		}
		double seconds = this.library.find(claims.videoId()).map((it) -> it.streams().seconds()).orElse(0.0);
		return StoredFile.of(this.store, claims.path("subtitles/" + file), """
				#EXTM3U
				#EXT-X-VERSION:7
				#EXT-X-TARGETDURATION:%d
				#EXT-X-PLAYLIST-TYPE:VOD
				#EXTINF:%s,
				%s.vtt
				#EXT-X-ENDLIST
				""".formatted((long) Math.ceil(seconds), seconds, language));
	}

	private Resource file(String path, boolean shared) {
		try {
			return StoredFile.of(this.store, path, shared);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where a picture of a film is. */
	static String address(VideoId id, UUID generation, String file) {
		return "/api/videos/%s/pictures/%s/%s".formatted(id, generation, file);
	}

}
