package io.pangea.storefront;

import io.pangea.playback.LibraryPage;
import io.pangea.playback.Playback;
import io.pangea.videos.VideoPage;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The films somebody bought, began, and means to watch. */
@Controller
@PreAuthorize("hasRole('CUSTOMER')")
class LibraryPages {

	private static final int PAGE = 24;

	private final Playback playback;

	private final Videos videos;

	private final FilmShelf shelf;

	private final Extras extras;

	LibraryPages(Playback playback, Videos videos, FilmShelf shelf, Extras extras) {
		this.playback = playback;
		this.videos = videos;
		this.shelf = shelf;
		this.extras = extras;
	}

	@GetMapping("/library")
	String show(@RequestParam(required = false) @Nullable String cursor, Model model) {
		LibraryPage page = this.playback.library(cursor, PAGE);
		model.addAttribute("page", page);
		model.addAttribute("films", this.shelf.lookup(page.items().stream().map(LibraryPage.Owned::videoId)));
		if (cursor == null) {
			model.addAttribute("begun", this.shelf.begun());
			this.extras.ask("videos", () -> this.videos.watchlist(null, PAGE))
				.ifPresent((it) -> model.addAttribute("listed", it));
		}
		return "storefront/library";
	}

	@GetMapping("/library/watchlist")
	String watchlist(@RequestParam(required = false) @Nullable String cursor, Model model) {
		VideoPage page = this.videos.watchlist(cursor, PAGE);
		model.addAttribute("listed", page);
		return "storefront/watchlist";
	}

}
