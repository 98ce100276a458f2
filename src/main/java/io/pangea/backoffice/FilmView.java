package io.pangea.backoffice;

import java.util.Objects;
import java.util.concurrent.Callable;

import io.pangea.videos.Upload;
import io.pangea.videos.UploadNotFound;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoMedia;
import io.pangea.videos.VideoState;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A film, how far it is on its way, and what comes next. */
@Component
class FilmView {

	private static final int REFRESH_SECONDS = 2;

	private final Videos videos;

	private final VideoMedia media;

	private final PageParts parts;

	private final BackofficeSettings settings;

	FilmView(Videos videos, VideoMedia media, PageParts parts, BackofficeSettings settings) {
		this.videos = videos;
		this.media = media;
		this.parts = parts;
		this.settings = settings;
	}

	/** A film that is not there yet. */
	String blank(Model model) {
		model.addAttribute("step", Step.DESCRIBE);
		return complete(model);
	}

	String show(Video film, Model model) {
		VideoState state = Objects.requireNonNull(film.state());
		boolean working = state == VideoState.TRANSCODING;
		model.addAttribute("film", film);
		model.addAttribute("step", Step.of(state));
		model.addAttribute("upload", upload(film.id(), state));
		model.addAttribute("ingest",
				(working || state == VideoState.FAILED) ? ask(() -> this.media.ingest(film.id())) : null);
		model.addAttribute("failure", (film.failure() != null) ? failure(film.failure()) : null);
		model.addAttribute("languages", this.parts.ask("videos", () -> this.media.subtitles(film.id())));
		model.addAttribute("working", working);
		model.addAttribute("refresh", working ? REFRESH_SECONDS : null);
		return complete(model);
	}

	private String complete(Model model) {
		model.addAttribute("steps", Step.values());
		model.addAttribute("zone", this.settings.zone().getId());
		model.addAttribute("series", this.parts.ask("videos", this.videos::series));
		return "backoffice/film";
	}

	private @Nullable Upload upload(VideoId id, VideoState state) {
		return (state == VideoState.UPLOADING) ? ask(() -> this.media.upload(id)) : null;
	}

	private <T> @Nullable T ask(Callable<T> question) {
		try {
			return this.parts.ask("videos", question);
		}
		catch (UploadNotFound ex) {
			// Nothing was sent, or it is not kept any more.
			return null;
		}
	}

	/**
	 * The key of a reason in words for staff: what comes before the first details of it.
	 */
	private static String failure(String reason) {
		return Slugs.of(reason.split("[,:;.]| [0-9a-f]{64}", 2)[0]);
	}

	/** The steps of a film, in order. */
	enum Step {

		DESCRIBE, SEND, PREPARE, PUBLISH, DONE;

		static Step of(VideoState state) {
			return switch (state) {
				case DRAFT, UPLOADING, FAILED -> SEND;
				case TRANSCODING -> PREPARE;
				case READY, WITHDRAWN -> PUBLISH;
				case PUBLISHED -> DONE;
			};
		}

	}

}
