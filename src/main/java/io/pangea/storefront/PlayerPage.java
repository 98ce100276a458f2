package io.pangea.storefront;

import java.util.NoSuchElementException;

import io.pangea.playback.Admission;
import io.pangea.playback.Playback;
import io.pangea.videos.Video;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where films are watched. Looking at the page opens no session; its player does. */
@Controller
class PlayerPage {

	private final Videos videos;

	private final Playback playback;

	private final Extras extras;

	PlayerPage(Videos videos, Playback playback, Extras extras) {
		this.videos = videos;
		this.playback = playback;
		this.extras = extras;
	}

	/**
	 * @param from {@code start} to begin at the beginning, wherever the viewer left off
	 */
	@GetMapping("/watch/{slug}")
	String show(@PathVariable String slug, @RequestParam(required = false) @Nullable String from, Model model) {
		Video film = this.videos.findBySlug(slug);
		Admission admission = this.playback.admission(film.id());
		if (!admission.granted()) {
			// Its page says why, and what to do.
			throw new ElsewhereFirst("/films/" + film.slug());
		}
		model.addAttribute("film", film);
		model.addAttribute("start", "start".equals(from));
		model.addAttribute("next", next(film));
		return "storefront/watch";
	}

	private @Nullable Video next(Video film) {
		try {
			return (film.episode() != null)
					? this.extras.ask("playback", () -> this.playback.next(film.id())).orElse(null) : null;
		}
		catch (NoSuchElementException ex) {
			return null;
		}
	}

}
