package io.pangea.playback;

import io.pangea.videos.MediaTicket;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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
 * Watching films: who may, on how many devices at once, and how far they got. A session
 * is open to the account it belongs to; a guest's to whoever knows its id; to anybody
 * else it is {@link PlaybackNotFound}.
 */
@HttpExchange("/api/playback")
@Validated
public interface Playback {

	/**
	 * Opens a session: from now on it counts as one of the devices that play, until it
	 * ends or nothing is heard of it for a while.
	 * @param idempotencyKey a repeat answers the same session with a fresh ticket. As it
	 * opens a guest's session, it has to be as hard to guess as an id; a random UUID is
	 * @throws io.pangea.videos.VideoNotFound when there is no such film, or it is not
	 * published
	 * @throws NotEntitled when it is neither free nor bought, nor in a subscription
	 * @throws AboveAgeLimit when it is for people older than the account's limit
	 * @throws TooManyStreams when as many devices play as may at the same time
	 * @throws PlaybackOver when this repeats the opening of a session that ended
	 * @throws KeyReused when the key was used for something else
	 */
	@PostExchange("/sessions")
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("permitAll()")
	PlaybackSession open(@RequestBody @Valid PlaybackRequest request,
			@RequestHeader("Idempotency-Key") @Size(min = 16, max = 200) String idempotencyKey);

	/**
	 * Another ticket for the film of a session, to be asked for before the last one
	 * expires. It may be put into the addresses in place of the one before.
	 * @throws PlaybackNotFound when there is none, or it is somebody else's
	 * @throws PlaybackOver when it ended
	 * @throws NotEntitled when the order it was bought with was paid back, or the
	 * subscription ended
	 * @throws AboveAgeLimit when the limit was lowered meanwhile
	 * @throws io.pangea.videos.VideoNotFound when the film was withdrawn
	 */
	@GetExchange("/sessions/{id}/ticket")
	@PreAuthorize("permitAll()")
	MediaTicket ticket(@PathVariable PlaybackId id);

	/**
	 * A sign of life, every ten seconds or so, while it stands still as well. Beats may
	 * arrive in any order, more than once, or not at all: each says all there is to say
	 * up to then.
	 * @param number counts a session's beats from 1; of two beats the higher one knows
	 * where the film stands
	 * @throws PlaybackNotFound when there is none, or it is somebody else's
	 * @throws PlaybackOver when it ended, or was silent for too long: open another one
	 */
	@PutExchange("/sessions/{id}/beats/{number}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void beat(@PathVariable PlaybackId id, @PathVariable @Min(1) @Max(1_000_000) int number,
			@RequestBody @Valid Beat beat);

	/**
	 * Ends a session; repeating it changes nothing.
	 * @param beat the last one
	 * @throws PlaybackNotFound when there is none, or it is somebody else's
	 */
	@PutExchange("/sessions/{id}/end")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void end(@PathVariable PlaybackId id, @RequestBody @Valid Beat beat);

	/**
	 * Whether the caller may watch a film, why or why not, and where they left off: what
	 * a page about it has to know.
	 * @throws io.pangea.videos.VideoNotFound when there is no such film, or it is not
	 * published
	 */
	@GetExchange("/films/{video}")
	@PreAuthorize("permitAll()")
	Admission admission(@PathVariable VideoId video);

	/**
	 * The episode after this one.
	 * @throws io.pangea.videos.NoNextEpisode when it is the last one, or no episode
	 */
	@GetExchange("/films/{video}/next")
	@PreAuthorize("permitAll()")
	Video next(@PathVariable VideoId video);

	/** What the caller began and did not finish, last watched first. */
	@GetExchange("/continue")
	@PreAuthorize("hasRole('CUSTOMER')")
	ProgressPage continueWatching(
			@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/** All the caller watched, finished or not, last watched first. */
	@GetExchange("/history")
	@PreAuthorize("hasRole('CUSTOMER')")
	ProgressPage history(@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/** Forgets all the caller watched. */
	@DeleteExchange("/history")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void forgetHistory();

	/** Forgets that the caller watched a film. */
	@DeleteExchange("/history/{video}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void forget(@PathVariable VideoId video);

	/** The films the caller bought, last bought first, and their subscription. */
	@GetExchange("/library")
	@PreAuthorize("hasRole('CUSTOMER')")
	LibraryPage library(@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/** Up to which age films are played to the caller's account. */
	@GetExchange("/age-limit")
	@PreAuthorize("hasRole('CUSTOMER')")
	AgeLimit ageLimit();

	/** Sets the limit, also for what is playing: its ticket is not renewed. */
	@PutExchange("/age-limit")
	@PreAuthorize("hasRole('CUSTOMER')")
	AgeLimit limitAge(@RequestParam @PositiveOrZero @Max(99) int maximumAge);

	/** Films are played whatever age they are for. */
	@DeleteExchange("/age-limit")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void liftAgeLimit();

}
