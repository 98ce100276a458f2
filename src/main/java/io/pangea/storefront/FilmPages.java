package io.pangea.storefront;

import java.util.List;

import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoSearch;
import io.pangea.videos.Videos;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Looking for films, by words and genre, and in the collections that staff made. */
@Controller
class FilmPages {

	private final Videos videos;

	private final FilmShelf shelf;

	FilmPages(Videos videos, FilmShelf shelf) {
		this.videos = videos;
		this.shelf = shelf;
	}

	@GetMapping("/films")
	String show(@ModelAttribute("wanted") FilmFilter wanted, Model model) {
		model.addAttribute("page", this.videos.search(wanted.toSearch()));
		if (wanted.none()) {
			model.addAttribute("begun", this.shelf.begun());
			model.addAttribute("collections", this.shelf.collections());
		}
		model.addAttribute("sorts", List.of(VideoSearch.Sort.values()));
		model.addAttribute("accesses", List.of(VideoAccess.values()));
		return "storefront/films";
	}

}
