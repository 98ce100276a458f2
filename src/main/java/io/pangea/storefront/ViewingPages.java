package io.pangea.storefront;

import java.util.List;

import io.pangea.playback.Playback;
import io.pangea.playback.ProgressPage;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an account watched, which it may forget, and up to which age it plays films. */
@Controller
@RequestMapping("/account/viewing")
@PreAuthorize("hasRole('CUSTOMER')")
class ViewingPages {

	private static final String HERE = "redirect:/account/viewing";

	private static final List<Integer> AGES = List.of(0, 6, 10, 12, 14, 16, 18);

	private final Playback playback;

	private final FilmShelf shelf;

	ViewingPages(Playback playback, FilmShelf shelf) {
		this.playback = playback;
		this.shelf = shelf;
	}

	@GetMapping
	String show(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable String saved, Model model) {
		ProgressPage page = this.playback.history(cursor, 20);
		model.addAttribute("page", page);
		model.addAttribute("films", this.shelf.seen(page));
		model.addAttribute("maximumAge", this.playback.ageLimit().maximumAge());
		model.addAttribute("ages", AGES);
		model.addAttribute("saved", saved != null);
		return "storefront/account-viewing";
	}

	@PostMapping("/forget/{video}")
	String forget(@PathVariable VideoId video) {
		this.playback.forget(video);
		return HERE;
	}

	@PostMapping("/forget")
	String forgetAll() {
		this.playback.forgetHistory();
		return HERE;
	}

	/** No age is no limit. */
	@PostMapping("/age-limit")
	String limitAge(@RequestParam(required = false) @Nullable Integer maximumAge) {
		if (maximumAge != null) {
			this.playback.limitAge(maximumAge);
		}
		else {
			this.playback.liftAgeLimit();
		}
		return HERE + "?saved=age-limit";
	}

}
