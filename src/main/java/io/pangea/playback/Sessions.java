package io.pangea.playback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.pangea.accounts.AccountId;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes sessions, one transaction each. A session that nobody says anything about costs
 * a row, and nothing else.
 */
@Component
class Sessions {

	private final StoredSessions stored;

	private final Viewers viewers;

	private final Histories histories;

	private final PlaybackSettings settings;

	private final ApplicationEventPublisher events;

	Sessions(StoredSessions stored, Viewers viewers, Histories histories, PlaybackSettings settings,
			ApplicationEventPublisher events) {
		this.stored = stored;
		this.viewers = viewers;
		this.histories = histories;
		this.settings = settings;
		this.events = events;
	}

	/** The one this repeats the opening of, if it does. */
	Optional<StoredSession> opened(@Nullable AccountId account, PlaybackRequest request, String key) {
		Optional<StoredSession> known = (account != null) ? this.stored.findByAccountAndOpeningKey(account, key)
				: this.stored.findByAccountIsNullAndOpeningKey(key);
		known.ifPresent((it) -> {
			if (!it.video().equals(request.videoId()) || !it.device().equals(request.device())) {
				throw new KeyReused(key);
			}
			going(it);
		});
		return known;
	}

	/** Unless as many devices play as may. */
	@Transactional
	StoredSession open(@Nullable AccountId account, PlaybackRequest request, String key, int seconds) {
		if (account != null) {
			this.viewers.lock(account);
		}
		return opened(account, request, key).orElseGet(() -> start(account, request, key, seconds));
	}

	private StoredSession start(@Nullable AccountId account, PlaybackRequest request, String key, int seconds) {
		Instant now = now();
		int position = 0;
		if (account != null) {
			List<String> playing = this.stored
				.findByAccountAndFinishedAtIsNullAndHeardAtAfterOrderByStartedAt(account,
						now.minus(this.settings.silence()))
				.stream()
				.map(StoredSession::device)
				.toList();
			if (playing.size() >= this.settings.streams()) {
				throw new TooManyStreams(this.settings.streams(), playing);
			}
			position = this.histories.of(account, request.videoId()).map(Progress::resume).orElse(0);
		}
		StoredSession session = this.stored
			.save(StoredSession.open(account, request, key, new Reach(position, seconds), now));
		this.events.publishEvent(session.asStarted());
		return session;
	}

	/** A session that goes on. */
	@Transactional(readOnly = true)
	StoredSession find(PlaybackId id, @Nullable AccountId account) {
		return going(own(this.stored.findById(id), id, account));
	}

	@Transactional
	void beat(PlaybackId id, @Nullable AccountId account, int number, Beat beat) {
		hear(going(own(this.stored.findLockedById(id), id, account)), number, beat);
	}

	@Transactional
	void end(PlaybackId id, @Nullable AccountId account, Beat beat) {
		StoredSession session = own(this.stored.findLockedById(id), id, account);
		if (session.finishedAt() == null) {
			finish(hear(session, session.meter().beat() + 1, beat), account);
		}
	}

	private StoredSession hear(StoredSession session, int number, Beat beat) {
		Instant now = now();
		StoredSession heard = this.stored.save(session.heard(number, beat, now));
		if (heard.account() != null && !heard.forgotten()) {
			boolean newest = number == heard.meter().beat();
			this.histories.note(heard.account(), heard, newest ? heard.timeOf(beat, now) : heard.startedAt());
		}
		return heard;
	}

	/** Whether there may be more of them. */
	@Transactional
	boolean finishSilent(int most) {
		List<StoredSession> silent = this.stored.lockSilent(now().minus(this.settings.silence()), most);
		silent.forEach((session) -> finish(session, session.account()));
		return silent.size() == most;
	}

	@Transactional
	void forgetFinished() {
		this.stored.deleteFinished(now().minus(this.settings.keep()));
	}

	/** What plays now will not be in the history, either. */
	@Transactional
	void forget(AccountId account, @Nullable VideoId video) {
		this.stored.keepOutOfHistory(account.value(), (video != null) ? video.value() : null);
		this.histories.forget(account, video);
	}

	/** Nobody is told any more whose sessions they were. */
	@Transactional
	void erase(AccountId account) {
		this.viewers.erase(account);
		this.stored.lockOpen(account.value()).forEach((session) -> finish(session, null));
		this.stored.deleteByAccount(account.value());
		this.histories.forget(account, null);
	}

	private void finish(StoredSession session, @Nullable AccountId viewer) {
		this.stored.save(session.finished());
		this.events.publishEvent(session.asFinished(viewer));
	}

	private StoredSession going(StoredSession session) {
		if (session.isOver(now(), this.settings.silence())) {
			throw new PlaybackOver(session.id());
		}
		return session;
	}

	private static StoredSession own(Optional<StoredSession> session, PlaybackId id, @Nullable AccountId account) {
		return session.filter((it) -> it.account() == null || it.account().equals(account))
			.orElseThrow(() -> new PlaybackNotFound(id));
	}

	/** As exact as the database keeps it. */
	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

}
