package io.pangea.storefront;

import java.util.Optional;

import io.pangea.recommendations.Item;
import io.pangea.videos.Episode;
import io.pangea.videos.Rating;
import io.pangea.videos.SeriesGuide;
import io.pangea.videos.Video;
import io.pangea.videos.Videos;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything about one film, the way to watch it, and what the viewer thinks of it. */
@Controller
class FilmDetails {

	private static final String VIDEOS = "videos";

	private final Videos videos;

	private final BoxOffice boxOffice;

	private final Shopper shopper;

	private final RecommendationShelf recommendations;

	private final LookedAt lookedAt;

	private final Extras extras;

	FilmDetails(Videos videos, BoxOffice boxOffice, Shopper shopper, RecommendationShelf recommendations,
			LookedAt lookedAt, Extras extras) {
		this.videos = videos;
		this.boxOffice = boxOffice;
		this.shopper = shopper;
		this.recommendations = recommendations;
		this.lookedAt = lookedAt;
		this.extras = extras;
	}

	@GetMapping("/films/{slug}")
	String show(@PathVariable String slug, Model model) {
		Video film = this.videos.findBySlug(slug);
		model.addAttribute("film", film);
		model.addAttribute("wayIn", this.boxOffice.wayInto(film));
		model.addAttribute("guide", guide(film).orElse(null));
		if (this.shopper.signedIn()) {
			this.extras.ask(VIDEOS, () -> this.videos.opinion(film.id()))
				.ifPresent((it) -> model.addAttribute("opinion", it));
		}
		model.addAttribute("rows", this.recommendations.beside(film));
		this.lookedAt.note(Item.of(film.id()));
		return "storefront/film";
	}

	@PostMapping("/films/{slug}/watchlist")
	@PreAuthorize("hasRole('CUSTOMER')")
	String list(@PathVariable String slug, @RequestParam boolean listed) {
		Video film = this.videos.findBySlug(slug);
		if (listed) {
			this.videos.keep(film.id());
		}
		else {
			this.videos.drop(film.id());
		}
		return "redirect:/films/" + film.slug();
	}

	/** No stars take the rating back. */
	@PostMapping("/films/{slug}/rating")
	@PreAuthorize("hasRole('CUSTOMER')")
	String rate(@PathVariable String slug, @RequestParam int stars) {
		Video film = this.videos.findBySlug(slug);
		if (stars == 0) {
			this.videos.unrate(film.id());
		}
		else {
			this.videos.rate(film.id(), new Rating(stars));
		}
		return "redirect:/films/" + film.slug();
	}

	private Optional<SeriesGuide> guide(Video film) {
		Episode episode = film.episode();
		return (episode != null) ? this.extras.ask(VIDEOS, () -> this.videos.findSeries(episode.series()))
				: Optional.empty();
	}

}
