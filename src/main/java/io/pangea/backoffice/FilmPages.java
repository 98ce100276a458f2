package io.pangea.backoffice;

import java.time.Year;
import java.util.Optional;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.videos.Video;
import io.pangea.videos.VideoChanged;
import io.pangea.videos.VideoId;
import io.pangea.videos.Videos;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads a film from its description to the screen, a step at a time. */
@Controller
@RequestMapping("/backoffice/films")
@PreAuthorize("hasRole('STAFF')")
class FilmPages {

	private final Videos videos;

	private final FilmEditor editor;

	private final FilmView view;

	private final BackofficeSettings settings;

	FilmPages(Videos videos, FilmEditor editor, FilmView view, BackofficeSettings settings) {
		this.videos = videos;
		this.editor = editor;
		this.view = view;
		this.settings = settings;
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("form", FilmForm.blank(Year.now(this.settings.zone()).getValue()));
		return ask(newKey(), model);
	}

	/** The key comes with the form, so that sending it twice makes one film. */
	@PostMapping
	String add(@RequestParam String key, @ModelAttribute("form") FilmForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		Optional<Video> added = this.editor.add(form, key, errors);
		if (added.isPresent()) {
			return "redirect:/backoffice/films/%s?done=film-added".formatted(added.get().id());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return ask(errors.hasGlobalErrors() ? newKey() : key, model);
	}

	@GetMapping("/{id}")
	String show(@PathVariable VideoId id, Model model) {
		Video film = this.videos.find(id);
		model.addAttribute("form", this.editor.form(film));
		return this.view.show(film, model);
	}

	@PostMapping("/{id}")
	String save(@PathVariable VideoId id, @ModelAttribute("form") FilmForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		try {
			if (this.editor.save(this.videos.find(id), form, errors).isPresent()) {
				return "redirect:/backoffice/films/%s?done=saved".formatted(id);
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.view.show(this.videos.find(id), model);
		}
		catch (VideoChanged ex) {
			Video now = this.videos.find(id);
			model.addAttribute("differences", form.differencesFrom(this.editor.form(now)));
			model.addAttribute("form", form.at(now.version()));
			response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
			return this.view.show(now, model);
		}
	}

	private String ask(String key, Model model) {
		model.addAttribute("key", key);
		return this.view.blank(model);
	}

	private static String newKey() {
		return UuidCreator.getTimeOrderedEpoch().toString();
	}

}
