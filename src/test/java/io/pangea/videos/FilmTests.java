package io.pangea.videos;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilmTests {

	private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

	private static final VideoDescription DESCRIPTION = Screenplays.titled("The lamp");

	private final Film film = Film.draft(VideoId.next(), "the-lamp", DESCRIPTION);

	@Test
	void leadsFromStateToStateInOneWay() {
		Map<VideoState, Set<VideoState>> ways = new EnumMap<>(VideoState.class);
		for (VideoState from : VideoState.values()) {
			ways.put(from, Stream.of(VideoState.values()).filter(from::leadsTo).collect(Collectors.toSet()));
		}
		assertThat(ways).containsEntry(VideoState.DRAFT, Set.of(VideoState.UPLOADING))
			.containsEntry(VideoState.UPLOADING, Set.of(VideoState.TRANSCODING, VideoState.FAILED))
			.containsEntry(VideoState.TRANSCODING, Set.of(VideoState.READY, VideoState.FAILED))
			.containsEntry(VideoState.FAILED, Set.of(VideoState.UPLOADING, VideoState.TRANSCODING))
			.containsEntry(VideoState.READY, Set.of(VideoState.PUBLISHED, VideoState.UPLOADING))
			.containsEntry(VideoState.PUBLISHED, Set.of(VideoState.WITHDRAWN))
			.containsEntry(VideoState.WITHDRAWN, Set.of(VideoState.PUBLISHED));
	}

	@Test
	void isNotPublishedBeforeItCanBeWatched() {
		assertThatExceptionOfType(VideoNotReady.class).isThrownBy(() -> this.film.publish(NOW));
		this.film.uploading();
		this.film.transcoding();
		assertThatExceptionOfType(VideoNotReady.class).isThrownBy(() -> this.film.publish(NOW))
			.satisfies((ex) -> assertThat(ex.state()).isEqualTo(VideoState.TRANSCODING));
		assertThat(this.film.events()).isEmpty();
	}

	@Test
	void refusesToSkipAStep() {
		assertThatExceptionOfType(VideoStepRefused.class).isThrownBy(() -> this.film.ready(Screenplays.MEDIA));
		assertThatExceptionOfType(VideoStepRefused.class).isThrownBy(() -> this.film.withdraw(NOW));
	}

	@Test
	void takesStepsTwiceAsOne() {
		makeReady();
		this.film.ready(Screenplays.MEDIA);
		this.film.publish(NOW);
		this.film.publish(NOW);
		this.film.withdraw(NOW);
		this.film.withdraw(NOW);
		assertThat(this.film.events()).hasSize(2);
		assertThat(this.film.version()).isEqualTo(3);
	}

	@Test
	void failsAndIsTriedAgain() {
		this.film.uploading();
		this.film.transcoding();
		this.film.failed("no-video");
		this.film.failed("other");
		assertThat(this.film.failure()).isEqualTo("no-video");
		this.film.transcoding();
		assertThat(this.film.failure()).isNull();
		this.film.ready(Screenplays.MEDIA);
		assertThat(this.film.toVideo(Ratings.of(0, 0), false).seconds()).isEqualTo(95);
	}

	@Test
	void tellsOfItsWindowOnlyWhatIsNews() {
		Instant opens = NOW.plus(Duration.ofHours(1));
		Instant closes = NOW.plus(Duration.ofHours(2));
		this.film.describe(Screenplays.during(DESCRIPTION, opens, closes), 1, NOW);
		makeReady();
		this.film.publish(NOW);
		assertThat(this.film.events()).isEmpty();
		this.film.keepTime(opens.minusNanos(1));
		assertThat(this.film.events()).isEmpty();
		this.film.keepTime(opens);
		this.film.keepTime(opens);
		assertThat(this.film.events()).singleElement().isInstanceOf(VideoPublished.class);
		this.film.keepTime(closes);
		this.film.keepTime(closes);
		assertThat(this.film.events()).hasSize(2).last().isInstanceOf(VideoWithdrawn.class);
		assertThat(((VideoWithdrawn) this.film.events().getLast()).version())
			.isGreaterThan(((VideoPublished) this.film.events().getFirst()).version());
	}

	@Test
	void refusesStaleDescriptions() {
		VideoDescription other = Screenplays.titled("The other lamp");
		this.film.describe(other, 1, NOW);
		this.film.describe(other, 1, NOW);
		assertThatExceptionOfType(VideoChanged.class).isThrownBy(() -> this.film.describe(DESCRIPTION, 1, NOW))
			.satisfies((ex) -> assertThat(ex.version()).isEqualTo(2));
	}

	@Test
	void hidesItsStateFromOutsiders() {
		assertThat(this.film.toVideo(Ratings.of(0, 0), false).state()).isNull();
		assertThat(this.film.toVideo(Ratings.of(0, 0), true).state()).isEqualTo(VideoState.DRAFT);
	}

	private void makeReady() {
		this.film.uploading();
		this.film.transcoding();
		this.film.ready(Screenplays.MEDIA);
	}

}
