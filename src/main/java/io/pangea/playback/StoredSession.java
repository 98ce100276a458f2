package io.pangea.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.videos.MediaTicket;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A film being watched. Every change answers the changed session.
 *
 * @param account null for a guest
 * @param began where in the film
 * @param heardAt when something new was last heard of it
 * @param finishedAt null until it ended
 * @param forgotten whether its viewer does not want it in their history
 */
@Table(schema = "playback", name = "sessions")
record StoredSession(@Id PlaybackId id, @Nullable AccountId account, VideoId video, String device, String openingKey,
		Instant startedAt, int began, int seconds, Instant heardAt, @Nullable Instant finishedAt, boolean forgotten,
		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) Meter meter, @Version long version) {

	static StoredSession open(@Nullable AccountId account, PlaybackRequest request, String key, Reach from,
			Instant now) {
		return new StoredSession(PlaybackId.next(), account, request.videoId(), request.device(), key, now,
				from.resume(), from.seconds(), now, null, false, Meter.at(from.resume()), 0);
	}

	/** Whether it ended, be it by silence nobody noted yet. */
	boolean isOver(Instant now, Duration silence) {
		return this.finishedAt != null || !now.isBefore(this.heardAt.plus(silence));
	}

	/** What was heard before prolongs nothing. */
	StoredSession heard(int number, Beat beat, Instant now) {
		long elapsed = Duration.between(this.startedAt, now).toMillis();
		return new StoredSession(this.id, this.account, this.video, this.device, this.openingKey, this.startedAt,
				this.began, this.seconds, (number > this.meter.beat()) ? now : this.heardAt, this.finishedAt,
				this.forgotten, this.meter.with(number, beat, this.seconds, elapsed), this.version);
	}

	StoredSession finished() {
		return new StoredSession(this.id, this.account, this.video, this.device, this.openingKey, this.startedAt,
				this.began, this.seconds, this.heardAt, this.heardAt, this.forgotten, this.meter, this.version);
	}

	/** When its device took a beat, by our clock; never later than now. */
	Instant timeOf(Beat beat, Instant now) {
		long elapsed = Duration.between(this.startedAt, now).toMillis();
		return this.startedAt.plusMillis(Math.min(beat.at(), elapsed));
	}

	PlaybackStarted asStarted() {
		return new PlaybackStarted(UUID.randomUUID(), this.startedAt, this.id, this.video, this.account, this.began);
	}

	PlaybackFinished asFinished(@Nullable AccountId viewer) {
		return new PlaybackFinished(UUID.randomUUID(), this.heardAt, this.id, this.video, viewer, this.startedAt,
				this.seconds, this.meter.watched(), this.meter.furthest(), this.meter.startup(), this.meter.stalls(),
				this.meter.stalled());
	}

	PlaybackSession shown(MediaTicket ticket, Duration beat) {
		return new PlaybackSession(this.id, this.video, this.device, this.startedAt, this.began, this.seconds, ticket,
				Math.toIntExact(beat.toSeconds()));
	}

}
