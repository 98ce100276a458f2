package io.pangea.backoffice;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.videos.CastMember;
import io.pangea.videos.Episode;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoDescription;
import io.pangea.videos.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is said of a film as text in a form; what is wrong stays as it was typed.
 *
 * @param genres separated by commas
 * @param cast one per line, as {@code name: role}
 * @param translations the words in Brazilian Portuguese; other languages are left alone
 * @param version the film was read at; empty for a new one
 */
record FilmForm(String title, String originalTitle, String synopsis, Translation translations, String genres,
		String cast, String year, String minimumAge, String access, Part episode, FilmWindow availability,
		String version) {

	private static final String LANGUAGE = "pt-BR";

	private static final int LONGEST_NAME = 120;

	private static final Map<String, Function<FilmForm, String>> FIELDS = new LinkedHashMap<>();

	static {
		FIELDS.put("title", FilmForm::title);
		FIELDS.put("synopsis", FilmForm::synopsis);
		FIELDS.put("year", FilmForm::year);
		FIELDS.put("minimumAge", FilmForm::minimumAge);
		FIELDS.put("access", FilmForm::access);
		FIELDS.put("genres", FilmForm::genres);
		FIELDS.put("cast", FilmForm::cast);
		FIELDS.put("originalTitle", FilmForm::originalTitle);
		FIELDS.put("translations.title", (form) -> form.translations().title());
		FIELDS.put("translations.synopsis", (form) -> form.translations().synopsis());
		FIELDS.put("episode.series", (form) -> form.episode().series());
		FIELDS.put("episode.season", (form) -> form.episode().season());
		FIELDS.put("episode.number", (form) -> form.episode().number());
		FIELDS.put("availability.from", (form) -> form.availability().from());
		FIELDS.put("availability.until", (form) -> form.availability().until());
		FIELDS.put("availability.regions", (form) -> form.availability().regions());
	}

	/** The names of its fields, as they stand on the page. */
	static Stream<String> fields() {
		return FIELDS.keySet().stream();
	}

	FilmForm {
		title = FormText.clean(title);
		originalTitle = FormText.clean(originalTitle);
		synopsis = FormText.clean(synopsis);
		translations = Objects.requireNonNullElseGet(translations, () -> new Translation("", ""));
		genres = FormText.clean(genres);
		cast = FormText.clean(cast);
		year = FormText.clean(year);
		minimumAge = FormText.clean(minimumAge);
		access = FormText.clean(access);
		episode = Objects.requireNonNullElseGet(episode, () -> new Part("", "", ""));
		availability = Objects.requireNonNullElse(availability, FilmWindow.ALWAYS);
		version = FormText.clean(version);
	}

	/**
	 * Title and synopsis in the shop's second language; both empty when there are none.
	 */
	record Translation(String title, String synopsis) {

		Translation {
			title = FormText.clean(title);
			synopsis = FormText.clean(synopsis);
		}

	}

	/** The part of a series, by the series' title; all empty for a film of its own. */
	record Part(String series, String season, String number) {

		Part {
			series = FormText.clean(series);
			season = FormText.clean(season);
			number = FormText.clean(number);
		}

	}

	static FilmForm blank(int year) {
		return new FilmForm("", "", "", new Translation("", ""), "", "", String.valueOf(year), "0", "FREE",
				new Part("", "", ""), FilmWindow.ALWAYS, "");
	}

	static FilmForm of(Video is, Function<String, String> seriesTitle, ZoneId zone) {
		Words words = is.translations().getOrDefault(LANGUAGE, new Words("", ""));
		Episode episode = is.episode();
		return new FilmForm(is.title(), FormText.or(is.originalTitle()), is.synopsis(),
				new Translation(words.title(), words.synopsis()),
				String.join(", ", is.genres().stream().map((it) -> it.replace('-', ' ')).toList()),
				is.cast()
					.stream()
					.map((it) -> (it.role() != null) ? it.name() + ": " + it.role() : it.name())
					.collect(Collectors.joining("\n")),
				String.valueOf(is.year()), String.valueOf(is.minimumAge()), is.access().name(),
				(episode != null) ? new Part(seriesTitle.apply(episode.series()), String.valueOf(episode.season()),
						String.valueOf(episode.number())) : new Part("", "", ""),
				FilmWindow.of(is.availability(), zone), String.valueOf(is.version()));
	}

	/** The same words to be compared with another version. */
	FilmForm at(long newVersion) {
		return new FilmForm(this.title, this.originalTitle, this.synopsis, this.translations, this.genres, this.cast,
				this.year, this.minimumAge, this.access, this.episode, this.availability, String.valueOf(newVersion));
	}

	List<Difference> differencesFrom(FilmForm stored) {
		return Difference.between(stored, this, FIELDS);
	}

	/**
	 * What the form says, for the contract; where that is not understood, an error is put
	 * beside the field and any value takes its place.
	 * @param known translations there are by now
	 * @param slugOfSeries finds the series that has a title
	 */
	VideoDescription describe(Map<String, Words> known, Function<String, String> slugOfSeries, ZoneId zone,
			Errors errors) {
		return new VideoDescription(this.title, FormText.orNull(this.originalTitle), this.synopsis, translated(known),
				FormText.listed(this.genres).map(Slugs::of).filter((it) -> !it.isEmpty()).distinct().toList(),
				people(errors), number("year", this.year, 2000, errors),
				number("minimumAge", this.minimumAge, 0, errors), accessOf(errors), part(slugOfSeries, errors),
				this.availability.understood(zone, errors));
	}

	private List<CastMember> people(Errors errors) {
		List<CastMember> people = new ArrayList<>();
		this.cast.lines().map(String::strip).filter((it) -> !it.isEmpty()).forEach((line) -> {
			String[] parts = line.split(":", 2);
			String name = parts[0].strip();
			String role = (parts.length > 1) ? FormText.orNull(parts[1].strip()) : null;
			if (name.isEmpty() || name.length() > LONGEST_NAME || (role != null && role.length() > LONGEST_NAME)) {
				errors.rejectValue("cast", "backoffice.cast", new Object[] { line }, null);
			}
			else {
				people.add(new CastMember(name, role));
			}
		});
		return people;
	}

	private VideoAccess accessOf(Errors errors) {
		return Stream.of(VideoAccess.values())
			.filter((it) -> it.name().equals(this.access))
			.findFirst()
			.orElseGet(() -> {
				errors.rejectValue("access", "backoffice.choice");
				return VideoAccess.PURCHASE;
			});
	}

	private @Nullable Episode part(Function<String, String> slugOfSeries, Errors errors) {
		if (this.episode.series().isEmpty()) {
			if (!this.episode.season().isEmpty() || !this.episode.number().isEmpty()) {
				errors.rejectValue("episode.series", "backoffice.NotBlank");
			}
			return null;
		}
		return new Episode(slugOfSeries.apply(this.episode.series()),
				number("episode.season", this.episode.season(), 1, errors),
				number("episode.number", this.episode.number(), 1, errors));
	}

	private Map<String, Words> translated(Map<String, Words> known) {
		Map<String, Words> all = new LinkedHashMap<>(known);
		if (this.translations.title().isEmpty() && this.translations.synopsis().isEmpty()) {
			all.remove(LANGUAGE);
		}
		else {
			all.put(LANGUAGE, new Words(this.translations.title(), this.translations.synopsis()));
		}
		return all;
	}

	private static int number(String field, String text, int instead, Errors errors) {
		if (text.matches("\\d{1,6}")) {
			return Integer.parseInt(text);
		}
		errors.rejectValue(field, "backoffice.number");
		return instead;
	}

}
