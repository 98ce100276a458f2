package io.pangea.backoffice;

import java.util.Map;
import java.util.Optional;

import io.pangea.videos.EpisodeTaken;
import io.pangea.videos.KeyReused;
import io.pangea.videos.Series;
import io.pangea.videos.Video;
import io.pangea.videos.VideoDescription;
import io.pangea.videos.Videos;
import io.pangea.videos.Words;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Carries out what a film form says, or puts what is wrong beside its fields. */
@Component
class FilmEditor {

	private final Videos videos;

	private final ContractRules rules;

	private final BackofficeSettings settings;

	FilmEditor(Videos videos, ContractRules rules, BackofficeSettings settings) {
		this.videos = videos;
		this.rules = rules;
		this.settings = settings;
	}

	/** A film as a form shows it. */
	FilmForm form(Video film) {
		return FilmForm.of(film, this::titleOf, this.settings.zone());
	}

	/** The new film; empty when the form has errors. */
	Optional<Video> add(FilmForm form, String key, Errors errors) {
		VideoDescription description = describe(form, Map.of(), errors);
		return carryOut(form, description, errors, () -> this.videos.add(description, key));
	}

	/**
	 * The film as it is now; empty when the form has errors.
	 * @throws io.pangea.videos.VideoChanged when it is no longer at the form's version
	 */
	Optional<Video> save(Video film, FilmForm form, Errors errors) {
		VideoDescription description = describe(form, film.translations(), errors);
		return carryOut(form, description, errors,
				() -> this.videos.describe(film.id(), description, "\"%s\"".formatted(form.version())));
	}

	private VideoDescription describe(FilmForm form, Map<String, Words> known, Errors errors) {
		VideoDescription description = form.describe(known, this::slugOf, this.settings.zone(), errors);
		this.rules.check(description, errors);
		return description;
	}

	private Optional<Video> carryOut(FilmForm form, VideoDescription description, Errors errors, Command command) {
		if (!errors.hasErrors()) {
			try {
				begin(form.episode().series(), description);
				return Optional.of(command.run());
			}
			catch (EpisodeTaken ex) {
				errors.rejectValue("episode.number", "backoffice.episode-taken");
			}
			catch (KeyReused ex) {
				errors.reject("backoffice.film.key-reused");
			}
		}
		return Optional.empty();
	}

	/** A series that nobody named before begins with its first episode. */
	private void begin(String title, VideoDescription description) {
		if (description.episode() != null) {
			String slug = description.episode().series();
			if (this.videos.series().stream().noneMatch((it) -> it.slug().equals(slug))) {
				this.videos.saveSeries(slug, new Series(slug, title, "", Map.of()));
			}
		}
	}

	private String slugOf(String title) {
		return this.videos.series()
			.stream()
			.filter((it) -> it.title().equalsIgnoreCase(title) || it.slug().equals(title))
			.map(Series::slug)
			.findFirst()
			.orElseGet(() -> Slugs.of(title));
	}

	private String titleOf(String slug) {
		return this.videos.series()
			.stream()
			.filter((it) -> it.slug().equals(slug))
			.map(Series::title)
			.findFirst()
			.orElse(slug);
	}

	private interface Command {

		Video run();

	}

}
