package io.pangea.backoffice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.pangea.videos.Availability;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * When and where a film may be watched, as text in a form by the staff's clock; empty
 * where there is no limit.
 */
record FilmWindow(String from, String until, String regions) {

	static final FilmWindow ALWAYS = new FilmWindow("", "", "");

	FilmWindow {
		from = FormText.clean(from);
		until = FormText.clean(until);
		regions = FormText.clean(regions);
	}

	static FilmWindow of(Availability when, ZoneId zone) {
		return new FilmWindow(local(when.from(), zone), local(when.until(), zone), String.join(", ", when.regions()));
	}

	/** Where it is not understood, an error is put beside the field. */
	Availability understood(ZoneId zone, Errors errors) {
		Instant first = moment("availability.from", this.from, zone, errors);
		Instant end = moment("availability.until", this.until, zone, errors);
		if (first != null && end != null && !first.isBefore(end)) {
			errors.rejectValue("availability.until", "backoffice.until");
		}
		return new Availability(first, end,
				FormText.listed(this.regions).map((it) -> it.toUpperCase(Locale.ROOT)).distinct().toList());
	}

	private static @Nullable Instant moment(String field, String text, ZoneId zone, Errors errors) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
		}
		catch (DateTimeException ex) {
			errors.rejectValue(field, "backoffice.moment");
			return null;
		}
	}

	private static String local(@Nullable Instant instant, ZoneId zone) {
		return (instant != null) ? instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString()
				: "";
	}

}
