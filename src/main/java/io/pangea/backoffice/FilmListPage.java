package io.pangea.backoffice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pangea.videos.Ingest;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoMedia;
import io.pangea.videos.VideoPage;
import io.pangea.videos.VideoSearch;
import io.pangea.videos.VideoState;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds films wherever they stand, and tells how far those are that are made ready. */
@Controller
@PreAuthorize("hasRole('STAFF')")
class FilmListPage {

	/** Those that are watched closely at once; there is one worker per instance. */
	private static final int WATCHED = 5;

	private static final int REFRESH_SECONDS = 3;

	private final Videos videos;

	private final VideoMedia media;

	private final PageParts parts;

	private final BackofficeSettings settings;

	FilmListPage(Videos videos, VideoMedia media, PageParts parts, BackofficeSettings settings) {
		this.videos = videos;
		this.media = media;
		this.parts = parts;
		this.settings = settings;
	}

	@GetMapping("/backoffice/films")
	String list(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable VideoState state,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String words = StringUtils.hasText(q) ? q.strip() : null;
		VideoPage page = (state != null) ? page(words, state, cursor) : newest(words);
		List<Video> working = page.items()
			.stream()
			.filter((it) -> it.state() == VideoState.TRANSCODING)
			.limit(WATCHED)
			.toList();
		model.addAttribute("page", page);
		model.addAttribute("ingests", ingests(working));
		model.addAttribute("watching", !working.isEmpty() && cursor == null);
		model.addAttribute("refresh", (!working.isEmpty() && cursor == null) ? REFRESH_SECONDS : null);
		model.addAttribute("q", words);
		model.addAttribute("state", state);
		model.addAttribute("states", VideoState.values());
		model.addAttribute("cursor", cursor);
		return "backoffice/films";
	}

	private VideoPage page(@Nullable String words, VideoState state, @Nullable String cursor) {
		return this.videos.search(
				new VideoSearch(words, null, null, null, null, null, null, state, cursor, this.settings.pageSize()));
	}

	/** The newest of all; each state is a list of its own, so this one ends. */
	private VideoPage newest(@Nullable String words) {
		List<Video> films = Stream.of(VideoState.values())
			.flatMap((state) -> page(words, state, null).items().stream())
			.sorted(Comparator.comparing((Video it) -> it.id().toString()).reversed())
			.limit(this.settings.pageSize())
			.toList();
		return new VideoPage(films, List.of(), null);
	}

	private Map<VideoId, Ingest> ingests(List<Video> films) {
		Map<VideoId, Ingest> ingests = new HashMap<>();
		for (Video film : films) {
			Ingest ingest = this.parts.ask("videos", () -> this.media.ingest(film.id()));
			if (ingest != null) {
				ingests.put(film.id(), ingest);
			}
		}
		return ingests;
	}

}
