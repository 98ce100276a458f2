package io.pangea.videos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * When and where a film may be watched.
 *
 * @param from the first moment; null if there is none
 * @param until the first moment that it may not any more; null if there is none
 * @param regions countries (ISO 3166-1 alpha-2); none means everywhere
 */
public record Availability(@Nullable Instant from, @Nullable Instant until,
		@Size(max = 250) List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> regions) {

	static final Availability ALWAYS = new Availability(null, null, List.of());

	/** As precise as the database. */
	public Availability {
		from = (from != null) ? from.truncatedTo(ChronoUnit.MICROS) : null;
		until = (until != null) ? until.truncatedTo(ChronoUnit.MICROS) : null;
		regions = Lists.copy(regions);
	}

	boolean at(Instant instant) {
		return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
	}

}
