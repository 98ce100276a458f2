package io.pangea.storefront;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.pangea.playback.Beat;
import io.pangea.playback.Playback;
import io.pangea.playback.PlaybackId;
import io.pangea.playback.PlaybackRequest;
import io.pangea.playback.PlaybackSession;
import io.pangea.videos.MediaTicket;
import io.pangea.videos.Video;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the player on the page says and asks. It goes through the pages, as they know who
 * is signed in; the media come straight from where they are.
 */
@RestController
class Player {

	private final Videos videos;

	private final Playback playback;

	private final Devices devices;

	private final Refusals refusals;

	Player(Videos videos, Playback playback, Devices devices, Refusals refusals) {
		this.videos = videos;
		this.playback = playback;
		this.devices = devices;
		this.refusals = refusals;
	}

	/**
	 * A place to watch from.
	 *
	 * @param renewIn milliseconds until another ticket is to be asked for; counted from
	 * now, as clocks of browsers are often wrong
	 */
	record Seat(PlaybackId session, String master, long renewIn, int position, int beatEvery) {

	}

	/** Another ticket. */
	record Renewal(String master, long renewIn) {

		static Renewal of(MediaTicket ticket) {
			long left = Duration.between(Instant.now(), ticket.expiresAt()).toMillis();
			return new Renewal(ticket.master(), Math.max(1000, left * 3 / 5));
		}

	}

	@PostMapping("/watch/{slug}/sessions")
	Seat open(@PathVariable String slug, @RequestParam String key,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String browser) {
		Video film = this.videos.findBySlug(slug);
		PlaybackSession opened = this.playback.open(new PlaybackRequest(film.id(), this.devices.name(browser)), key);
		Renewal ticket = Renewal.of(opened.ticket());
		return new Seat(opened.id(), ticket.master(), ticket.renewIn(), opened.position(), opened.beatEvery());
	}

	@GetMapping("/watch/sessions/{id}/ticket")
	Renewal renew(@PathVariable PlaybackId id) {
		return Renewal.of(this.playback.ticket(id));
	}

	@PostMapping("/watch/sessions/{id}/beats/{number}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void beat(@PathVariable PlaybackId id, @PathVariable int number, Beat beat) {
		this.playback.beat(id, number, beat);
	}

	@PostMapping("/watch/sessions/{id}/end")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@PathVariable PlaybackId id, Beat beat) {
		this.playback.end(id, beat);
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> onRefusal(RuntimeException ex) {
		return this.refusals.answer(ex);
	}

}
