package io.pangea.playback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.pangea.accounts.AccountId;
import io.pangea.videos.MediaTicket;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.RestController;

/** Who is calling, and whom to ask for what. */
@RestController
class PlaybackDesk implements Playback {

	private final Videos videos;

	private final Tickets tickets;

	private final Films films;

	private final Doorkeeper doorkeeper;

	private final Sessions sessions;

	private final Viewers viewers;

	private final Histories histories;

	private final Entitlements entitlements;

	private final PlaybackSettings settings;

	PlaybackDesk(Videos videos, Tickets tickets, Films films, Doorkeeper doorkeeper, Sessions sessions, Viewers viewers,
			Histories histories, Entitlements entitlements, PlaybackSettings settings) {
		this.videos = videos;
		this.tickets = tickets;
		this.films = films;
		this.doorkeeper = doorkeeper;
		this.sessions = sessions;
		this.viewers = viewers;
		this.histories = histories;
		this.entitlements = entitlements;
		this.settings = settings;
	}

	@Override
	public PlaybackSession open(PlaybackRequest request, String idempotencyKey) {
		AccountId viewer = viewer();
		Video video = this.videos.find(request.videoId());
		this.doorkeeper.admit(viewer, Films.Terms.of(video));
		MediaTicket ticket = this.tickets.ticket(video.id());
		this.films.seen(video);
		return session(viewer, request, idempotencyKey, video).shown(ticket, this.settings.beat());
	}

	private StoredSession session(@Nullable AccountId viewer, PlaybackRequest request, String key, Video video) {
		int seconds = (video.seconds() != null) ? video.seconds() : 0;
		try {
			return this.sessions.open(viewer, request, key, seconds);
		}
		catch (DuplicateKeyException ex) {
			return this.sessions.opened(viewer, request, key).orElseThrow(() -> ex);
		}
	}

	@Override
	public MediaTicket ticket(PlaybackId id) {
		StoredSession session = this.sessions.find(id, viewer());
		this.doorkeeper.admit(session.account(), this.films.terms(session.video()));
		return this.tickets.ticket(session.video());
	}

	@Override
	public void beat(PlaybackId id, int number, Beat beat) {
		this.sessions.beat(id, viewer(), number, beat);
	}

	@Override
	public void end(PlaybackId id, Beat beat) {
		this.sessions.end(id, viewer(), beat);
	}

	@Override
	public Admission admission(VideoId video) {
		AccountId viewer = viewer();
		Films.Terms film = Films.Terms.of(this.videos.find(video));
		Optional<Progress> progress = this.histories.of(viewer, video);
		return new Admission(video, this.doorkeeper.ground(viewer, film), progress.map(Progress::resume).orElse(0),
				progress.map(Progress::watched).orElse(false), this.viewers.maximumAge(viewer));
	}

	@Override
	public Video next(VideoId video) {
		return this.videos.next(video);
	}

	@Override
	public ProgressPage continueWatching(@Nullable String cursor, int limit) {
		return this.histories.page(person(), true, Cursor.parse(cursor), limit);
	}

	@Override
	public ProgressPage history(@Nullable String cursor, int limit) {
		return this.histories.page(person(), false, Cursor.parse(cursor), limit);
	}

	@Override
	public void forgetHistory() {
		this.sessions.forget(person(), null);
	}

	@Override
	public void forget(VideoId video) {
		this.sessions.forget(person(), video);
	}

	@Override
	public LibraryPage library(@Nullable String cursor, int limit) {
		return this.entitlements.library(person(), Cursor.parse(cursor), limit, Instant.now());
	}

	@Override
	public AgeLimit ageLimit() {
		return new AgeLimit(this.viewers.maximumAge(person()));
	}

	@Override
	public AgeLimit limitAge(int maximumAge) {
		this.viewers.limit(person(), maximumAge);
		return new AgeLimit(maximumAge);
	}

	@Override
	public void liftAgeLimit() {
		this.viewers.limit(person(), null);
	}

	private @Nullable AccountId viewer() {
		return this.viewers.present(AccountId.ofCaller().orElse(null));
	}

	/** Only for calls that customers alone may make. */
	private static AccountId person() {
		return Objects.requireNonNull(AccountId.ofCaller().orElse(null));
	}

}
