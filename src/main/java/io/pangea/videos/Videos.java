package io.pangea.videos;

import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The films there are: finding them, describing them, and handing out their media. A film
 * is seen by everybody while it is published and its window is open, to the moment.
 */
@HttpExchange("/api/videos")
@Validated
public interface Videos {

	/**
	 * Films that match, a page at a time, with counts per genre over all matches. Only
	 * staff may ask for a state, and then see films whatever their window.
	 * @throws InvalidField when the {@code cursor} is not one of this search
	 */
	@GetExchange
	@PreAuthorize("permitAll()")
	VideoPage search(@Valid VideoSearch search);

	/**
	 * @throws VideoNotFound when there is none, or it is not published and the caller is
	 * neither staff nor a module
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Video find(@PathVariable VideoId id);

	/**
	 * @throws VideoNotFound as {@link #find}
	 */
	@GetExchange("/by-slug/{slug}")
	@PreAuthorize("permitAll()")
	Video findBySlug(@PathVariable String slug);

	/**
	 * The films with these ids, as far as they are published; ids that are unknown are
	 * left out.
	 */
	@GetExchange("/lookup")
	@PreAuthorize("permitAll()")
	List<Video> lookup(@RequestParam @Size(max = 200) Set<VideoId> ids);

	/**
	 * The published film that comes after another in its series.
	 * @throws NoNextEpisode when there is none
	 */
	@GetExchange("/{id}/next")
	@PreAuthorize("permitAll()")
	Video next(@PathVariable VideoId id);

	/** All series, by title. */
	@GetExchange("/series")
	@PreAuthorize("permitAll()")
	List<Series> series();

	/**
	 * A series and its published episodes.
	 * @throws SeriesNotFound when there is none
	 */
	@GetExchange("/series/{slug}")
	@PreAuthorize("permitAll()")
	SeriesGuide findSeries(@PathVariable String slug);

	/** Adds a series or replaces what is said of it. */
	@PutExchange("/series/{slug}")
	@PreAuthorize("hasRole('STAFF')")
	Series saveSeries(@PathVariable String slug, @RequestBody @Valid Series series);

	/**
	 * The collections in order, each with those of its films that are published; one that
	 * has none is left out. Staff see all of them with all their films.
	 */
	@GetExchange("/collections")
	@PreAuthorize("permitAll()")
	List<VideoCollection> collections();

	/**
	 * Adds a collection or replaces it; one without films is not shown.
	 * @throws VideoNotFound when there is no such film
	 */
	@PutExchange("/collections/{slug}")
	@PreAuthorize("hasRole('STAFF')")
	VideoCollection saveCollection(@PathVariable String slug, @RequestBody @Valid VideoCollection collection);

	/**
	 * Adds a film that is to be uploaded.
	 * @throws SeriesUnknown when it is said to be of a series that there is not
	 * @throws EpisodeTaken when another film is that episode
	 * @throws KeyReused when the key came with another description before
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("hasRole('STAFF')")
	Video add(@RequestBody @Valid VideoDescription description,
			@RequestHeader("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey);

	/**
	 * Replaces the description of a film.
	 * @param ifMatch the version it was read at, as its ETag says: a number in double
	 * quotes
	 * @throws VideoChanged when somebody changed it since; not if it says already what it
	 * shall say
	 * @throws SeriesUnknown when it is said to be of a series that there is not
	 * @throws EpisodeTaken when another film is that episode
	 */
	@PutExchange("/{id}")
	@PreAuthorize("hasRole('STAFF')")
	Video describe(@PathVariable VideoId id, @RequestBody @Valid VideoDescription description,
			@RequestHeader("If-Match") String ifMatch);

	/**
	 * Lets everybody see a film while its window is open.
	 * @throws VideoNotReady when there is nothing to watch yet
	 */
	@PutExchange("/{id}/publication")
	@PreAuthorize("hasRole('STAFF')")
	Video publish(@PathVariable VideoId id);

	/**
	 * Takes a published film back.
	 * @throws VideoStepRefused when it was never published
	 */
	@DeleteExchange("/{id}/publication")
	@PreAuthorize("hasRole('STAFF')")
	Video withdraw(@PathVariable VideoId id);

	/**
	 * What the caller wants to watch, newest first, as far as it is published.
	 * @throws InvalidField when the {@code cursor} is not one of theirs
	 */
	@GetExchange("/watchlist")
	@PreAuthorize("hasRole('CUSTOMER')")
	VideoPage watchlist(@RequestParam(required = false) @Size(max = 200) @Nullable String cursor,
			@RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit);

	/**
	 * Puts a film on the caller's watchlist; where it is already, it stays.
	 * @throws VideoNotFound when there is none, or it is not published
	 */
	@PutExchange("/watchlist/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void keep(@PathVariable VideoId id);

	@DeleteExchange("/watchlist/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void drop(@PathVariable VideoId id);

	/** Whether the caller listed and how they rated a film. */
	@GetExchange("/{id}/opinion")
	@PreAuthorize("hasRole('CUSTOMER')")
	Opinion opinion(@PathVariable VideoId id);

	/**
	 * Rates a film; each caller once, the last word counts.
	 * @return what all think of it
	 * @throws VideoNotFound when there is none, or it is not published
	 */
	@PutExchange("/{id}/rating")
	@PreAuthorize("hasRole('CUSTOMER')")
	Ratings rate(@PathVariable VideoId id, @RequestBody @Valid Rating rating);

	/**
	 * Takes the caller's rating back.
	 * @return what all others think of it
	 */
	@DeleteExchange("/{id}/rating")
	@PreAuthorize("hasRole('CUSTOMER')")
	Ratings unrate(@PathVariable VideoId id);

	/**
	 * A ticket to read the media of a published film, good for some minutes.
	 * @throws VideoNotFound when there is none, or it is not published
	 */
	@GetExchange("/{id}/ticket")
	@PreAuthorize("hasAuthority('MODULE_playback')")
	MediaTicket ticket(@PathVariable VideoId id);

}
