package io.pangea.videos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A film on its way from being described to being watched, or taken back. What its
 * transitions made true is kept until it is stored.
 */
@AggregateRoot
final class Film {

	@Identity
	private final VideoId id;

	private final String slug;

	private VideoDescription description;

	private VideoState state;

	private @Nullable String failure;

	private @Nullable Media media;

	/** Whether the last thing said of it to others is that it can be watched. */
	private boolean announced;

	private long version;

	private final List<Object> events = new ArrayList<>();

	Film(VideoId id, String slug, VideoDescription description, VideoState state, @Nullable String failure,
			@Nullable Media media, boolean announced, long version) {
		this.id = id;
		this.slug = slug;
		this.description = description;
		this.state = state;
		this.failure = failure;
		this.media = media;
		this.announced = announced;
		this.version = version;
	}

	static Film draft(VideoId id, String slug, VideoDescription description) {
		return new Film(id, slug, description, VideoState.DRAFT, null, null, false, 1);
	}

	void uploading() {
		become(VideoState.UPLOADING);
	}

	void transcoding() {
		become(VideoState.TRANSCODING);
	}

	void ready(Media made) {
		if (become(VideoState.READY)) {
			this.media = made;
		}
	}

	void subtitled(List<String> languages) {
		if (this.media != null) {
			this.media = this.media.subtitled(languages);
		}
	}

	void failed(String reason) {
		if (become(VideoState.FAILED)) {
			this.failure = reason;
		}
	}

	void publish(Instant now) {
		if (this.state != VideoState.PUBLISHED && !this.state.leadsTo(VideoState.PUBLISHED)) {
			throw new VideoNotReady(this.id, this.state);
		}
		if (become(VideoState.PUBLISHED)) {
			this.version++;
			tell(now, false);
		}
	}

	void withdraw(Instant now) {
		if (become(VideoState.WITHDRAWN)) {
			this.version++;
			tell(now, false);
		}
	}

	/** Says something else of it, unless that is what is said already. */
	void describe(VideoDescription other, long readAt, Instant now) {
		if (this.description.equals(other)) {
			return;
		}
		if (this.version != readAt) {
			throw new VideoChanged(this.id, this.version);
		}
		this.description = other;
		this.version++;
		tell(now, true);
	}

	/** Its window opened or closed. */
	void keepTime(Instant now) {
		if (this.announced != isShown(now)) {
			this.version++;
			tell(now, false);
		}
	}

	private void tell(Instant now, boolean changed) {
		boolean shown = isShown(now);
		if (shown && (changed || !this.announced)) {
			this.events.add(new VideoPublished(eventId(), micros(now), this.id, this.version, this.description.title(),
					this.description.genres(), this.description.minimumAge(), this.description.access(),
					(this.media != null) ? this.media.seconds() : 0));
		}
		if (!shown && this.announced) {
			this.events.add(new VideoWithdrawn(eventId(), micros(now), this.id, this.version));
		}
		this.announced = shown;
	}

	/**
	 * @return whether that is news
	 */
	private boolean become(VideoState next) {
		if (this.state == next) {
			return false;
		}
		if (!this.state.leadsTo(next)) {
			throw new VideoStepRefused(this.id, this.state, next);
		}
		this.state = next;
		this.failure = null;
		return true;
	}

	/** Whether everybody may see it. */
	boolean isShown(Instant now) {
		return this.state == VideoState.PUBLISHED && this.description.availability().at(now);
	}

	/**
	 * It, as it is shown.
	 * @param inside whether to somebody who works on it
	 */
	Video toVideo(Ratings ratings, boolean inside) {
		VideoDescription it = this.description;
		Media made = this.media;
		return new Video(this.id, this.slug, it.title(), it.originalTitle(), it.synopsis(), it.translations(),
				it.genres(), it.cast(), it.year(), it.minimumAge(), it.access(), it.episode(), it.availability(),
				(made != null) ? made.seconds() : null, (made != null) ? made.audio() : List.of(),
				(made != null) ? made.subtitles() : List.of(), (made != null) ? made.poster() : null,
				(made != null) ? made.backdrop() : null, (made != null) ? made.sprite() : null, ratings,
				inside ? this.state : null, inside ? this.failure : null, this.version);
	}

	VideoId id() {
		return this.id;
	}

	String slug() {
		return this.slug;
	}

	VideoDescription description() {
		return this.description;
	}

	VideoState state() {
		return this.state;
	}

	@Nullable String failure() {
		return this.failure;
	}

	@Nullable Media media() {
		return this.media;
	}

	boolean announced() {
		return this.announced;
	}

	long version() {
		return this.version;
	}

	/** Facts that become true when it is stored. */
	List<Object> events() {
		return List.copyOf(this.events);
	}

	private static Instant micros(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS);
	}

	private static UUID eventId() {
		return UuidCreator.getTimeOrderedEpoch();
	}

}
