package io.pangea.videos;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.testing.StoreTest;
import io.pangea.videos.VideoPage.Facet;
import io.pangea.videos.VideoSearch.Sort;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
@RecordApplicationEvents
class VideosTests {

	@Autowired
	Videos videos;

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Windows windows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void addsAFilmOnceForOneKey() {
		VideoDescription description = Screenplays.titled("Once");
		String key = UUID.randomUUID().toString();
		Video added = Screenplays.asStaff(() -> this.videos.add(description, key));
		assertThat(added.toDescription()).isEqualTo(description);
		assertThat(added.state()).isEqualTo(VideoState.DRAFT);
		assertThat(Screenplays.asStaff(() -> this.videos.add(description, key))).isEqualTo(added);
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> Screenplays.asStaff(() -> this.videos.add(Screenplays.titled("Other"), key)));
	}

	@Test
	void givesEachFilmItsOwnSlug() {
		VideoDescription description = Screenplays.titled("Névoa " + Screenplays.word());
		Video first = add(description);
		assertThat(first.slug()).startsWith("nevoa-");
		assertThat(add(description).slug()).startsWith(first.slug() + "-");
	}

	@Test
	void refusesStaleChanges() {
		Video added = add(Screenplays.titled("Stale"));
		VideoDescription other = Screenplays.titled("Fresh");
		Video changed = Screenplays.asStaff(() -> this.videos.describe(added.id(), other, "\"1\""));
		assertThat(changed.title()).isEqualTo("Fresh");
		assertThat(changed.version()).isEqualTo(2);
		assertThatExceptionOfType(VideoChanged.class).isThrownBy(
				() -> Screenplays.asStaff(() -> this.videos.describe(added.id(), added.toDescription(), "\"1\"")));
	}

	@Test
	void refusesAWindowThatNeverOpens() {
		Instant now = Instant.now();
		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> add(Screenplays.during(Screenplays.titled("Never"), now, now)));
	}

	@Test
	void showsOnlyWhatIsPublished() {
		Video draft = add(Screenplays.titled("Hidden"));
		assertThatExceptionOfType(VideoNotReady.class)
			.isThrownBy(() -> Screenplays.asStaff(() -> this.videos.publish(draft.id())));
		assertHidden(draft);
		publish(draft);
		Video shown = Screenplays.asGuest(() -> this.videos.find(draft.id()));
		assertThat(shown.state()).isNull();
		assertThat(shown.seconds()).isEqualTo(95);
		assertThat(shown.subtitles()).containsExactly("pt-BR");
		assertThat(Screenplays.<List<Video>>asGuest(() -> this.videos.lookup(Set.of(draft.id(), VideoId.next()))))
			.containsExactly(shown);
		assertThat(Screenplays.asGuest(() -> this.videos.findBySlug(draft.slug()))).isEqualTo(shown);
		Screenplays.asStaff(() -> this.videos.withdraw(draft.id()));
		assertHidden(draft);
		assertThat(this.events.stream(VideoPublished.class).filter((it) -> it.videoId().equals(draft.id()))).hasSize(1);
		assertThat(this.events.stream(VideoWithdrawn.class).filter((it) -> it.videoId().equals(draft.id()))).hasSize(1);
	}

	private void assertHidden(Video video) {
		assertThatExceptionOfType(VideoNotFound.class)
			.isThrownBy(() -> Screenplays.asGuest(() -> this.videos.find(video.id())));
		assertThatExceptionOfType(VideoNotFound.class)
			.isThrownBy(() -> Screenplays.asGuest(() -> this.videos.findBySlug(video.slug())));
		assertThat(Screenplays.<List<Video>>asGuest(() -> this.videos.lookup(Set.of(video.id())))).isEmpty();
		assertThat(this.lifecycle.published(video.id())).isFalse();
	}

	@Test
	void keepsToItsWindowToTheMoment() {
		Video film = add(Screenplays.during(Screenplays.titled("Tomorrow"), Instant.now().plus(Duration.ofDays(1)),
				Instant.now().plus(Duration.ofDays(2))));
		publish(film);
		assertHidden(film);
		window(film, Duration.ofDays(-1), Duration.ofDays(1));
		assertThat(Screenplays.asGuest(() -> this.videos.find(film.id())).id()).isEqualTo(film.id());
		this.windows.tell();
		window(film, Duration.ofDays(-2), Duration.ofDays(-1));
		assertHidden(film);
		this.windows.tell();
		this.windows.tell();
		assertThat(state(film)).isEqualTo(VideoState.PUBLISHED);
		assertThat(this.jdbc.sql("select version from videos.films where id = ?")
			.param(film.id().value())
			.query(Long.class)
			.single()).isEqualTo(4);
	}

	private @Nullable VideoState state(Video film) {
		return Screenplays.asStaff(() -> this.videos.find(film.id())).state();
	}

	/** Time goes by. */
	private void window(Video film, Duration from, Duration until) {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		this.jdbc.sql("update videos.films set available_from = ?, available_until = ? where id = ?")
			.params(now.plus(from), now.plus(until), film.id().value())
			.update();
	}

	@Test
	void findsByWordsInEveryLanguageAndForgivesTypingErrors() {
		String word = Screenplays.word();
		Video film = published(Screenplays.titled("Lanterna " + word));
		for (String q : List.of(word, "lantena " + word, "lanetrna " + word, "TAVORETH " + word, "drama " + word,
				"feito " + word)) {
			assertThat(search(q, null, null)).as(q).containsExactly(film.id());
		}
		assertThat(search(word + " nothingofthekind", null, null)).isEmpty();
	}

	@Test
	void filtersAndCountsGenres() {
		String word = Screenplays.word();
		VideoDescription it = Screenplays.titled(word);
		Video film = published(Screenplays.of(it, List.of("noir"), 16, VideoAccess.PURCHASE, null,
				new Availability(null, null, List.of("BR"))));
		published(it);
		VideoPage page = this.videos
			.search(new VideoSearch(word, "noir", null, null, null, null, null, null, null, null));
		assertThat(page.items()).extracting(Video::id).containsExactly(film.id());
		assertThat(page.genres()).containsExactly(new Facet("drama", 1), new Facet("noir", 1), new Facet("short", 1));
		assertThat(page(word, VideoAccess.PURCHASE, null, null)).containsExactly(film.id());
		assertThat(page(word, null, 15, null)).hasSize(1).doesNotContain(film.id());
		assertThat(page(word, null, null, "US")).hasSize(1).doesNotContain(film.id());
		assertThat(page(word, null, null, "BR")).hasSize(2);
	}

	private List<VideoId> page(String q, @Nullable VideoAccess access, @Nullable Integer age,
			@Nullable String country) {
		return this.videos.search(new VideoSearch(q, null, null, access, age, country, null, null, null, null))
			.items()
			.stream()
			.map(Video::id)
			.toList();
	}

	@Test
	void pagesThroughAllInEveryOrder() {
		String word = Screenplays.word();
		List<VideoId> all = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			all.add(published(Screenplays.titled(word + " " + i)).id());
		}
		for (Sort sort : Sort.values()) {
			List<VideoId> seen = new ArrayList<>();
			String cursor = null;
			do {
				VideoPage page = this.videos
					.search(new VideoSearch(word, null, null, null, null, null, sort, null, cursor, 2));
				page.items().forEach((video) -> seen.add(video.id()));
				cursor = page.next();
			}
			while (cursor != null);
			// Where they are equal, the newest is first.
			assertThat(seen).as("%s", sort).containsExactlyElementsOf((sort == Sort.TITLE) ? all : all.reversed());
		}
	}

	@Test
	void refusesTheCursorOfAnotherSearch() {
		String word = Screenplays.word();
		published(Screenplays.titled(word));
		published(Screenplays.titled(word));
		String next = this.videos.search(new VideoSearch(word, null, null, null, null, null, null, null, null, 1))
			.next();
		assertThatExceptionOfType(InvalidField.class).isThrownBy(
				() -> this.videos.search(new VideoSearch("x", null, null, null, null, null, null, null, next, 1)));
	}

	@Test
	void letsOnlyStaffAskByState() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> Screenplays.asGuest(() -> search("x", VideoState.DRAFT, null)));
		String word = Screenplays.word();
		Video draft = add(Screenplays.titled(word));
		assertThat(Screenplays.<List<VideoId>>asStaff(() -> search(word, VideoState.DRAFT, null)))
			.containsExactly(draft.id());
	}

	private List<VideoId> search(String q, @Nullable VideoState state, @Nullable Sort sort) {
		return this.videos.search(new VideoSearch(q, null, null, null, null, null, sort, state, null, null))
			.items()
			.stream()
			.map(Video::id)
			.toList();
	}

	@Test
	void tellsASeriesInOrder() {
		String slug = Screenplays.slug();
		assertThatExceptionOfType(SeriesUnknown.class).isThrownBy(() -> add(episode(slug, 1, 1)));
		Series series = new Series(slug, "Tides", "Water comes and goes.", Map.of("pt-BR", new Words("Marés", "")));
		Screenplays.asStaff(() -> this.videos.saveSeries(slug, series));
		Video third = published(episode(slug, 2, 1));
		Video first = published(episode(slug, 1, 1));
		Video second = published(episode(slug, 1, 2));
		assertThatExceptionOfType(EpisodeTaken.class).isThrownBy(() -> add(episode(slug, 1, 2)));
		SeriesGuide guide = this.videos.findSeries(slug);
		assertThat(guide.series()).isEqualTo(series);
		assertThat(guide.seasons()).extracting(SeriesGuide.Season::number).containsExactly(1, 2);
		assertThat(this.videos.next(first.id()).id()).isEqualTo(second.id());
		Screenplays.asStaff(() -> this.videos.withdraw(second.id()));
		assertThat(this.videos.next(first.id()).id()).isEqualTo(third.id());
		assertThatExceptionOfType(NoNextEpisode.class).isThrownBy(() -> this.videos.next(third.id()));
		assertThatExceptionOfType(SeriesNotFound.class).isThrownBy(() -> this.videos.findSeries("no-" + slug));
	}

	private static VideoDescription episode(String series, int season, int number) {
		VideoDescription it = Screenplays.titled("Part " + number);
		return Screenplays.of(it, it.genres(), 0, VideoAccess.FREE, new Episode(series, season, number),
				Availability.ALWAYS);
	}

	@Test
	void showsCollectionsInTheOrderOfStaff() {
		Video one = published(Screenplays.titled("One"));
		Video two = published(Screenplays.titled("Two"));
		Video draft = add(Screenplays.titled("Draft"));
		String slug = Screenplays.slug();
		VideoCollection collection = new VideoCollection(slug, "Of late", Map.of("pt-BR", "De agora"), 1,
				List.of(two.id(), draft.id(), one.id()));
		Screenplays.asStaff(() -> this.videos.saveCollection(slug, collection));
		assertThat(collection(slug)).containsExactly(two.id(), one.id());
		assertThat(Screenplays.asStaff(this.videos::collections)).contains(collection);
		assertThatExceptionOfType(VideoNotFound.class).isThrownBy(() -> Screenplays.asStaff(() -> this.videos
			.saveCollection(slug, new VideoCollection(slug, "Of late", Map.of(), 1, List.of(VideoId.next())))));
	}

	private List<VideoId> collection(String slug) {
		return Screenplays.<List<VideoCollection>>asGuest(this.videos::collections)
			.stream()
			.filter((it) -> it.slug().equals(slug))
			.flatMap((it) -> it.videos().stream())
			.toList();
	}

	@Test
	void keepsAWatchlistForEachPerson() {
		AccountId somebody = AccountId.next();
		Video one = published(Screenplays.titled("One"));
		Video two = published(Screenplays.titled("Two"));
		Screenplays.as(somebody, () -> this.videos.keep(one.id()));
		Screenplays.as(somebody, () -> this.videos.keep(two.id()));
		Screenplays.as(somebody, () -> this.videos.keep(one.id()));
		VideoPage page = Screenplays.as(somebody, () -> this.videos.watchlist(null, 1));
		assertThat(page.items()).extracting(Video::id).containsExactly(two.id());
		VideoPage rest = Screenplays.as(somebody, () -> this.videos.watchlist(page.next(), 1));
		assertThat(rest.items()).extracting(Video::id).containsExactly(one.id());
		assertThat(rest.next()).isNull();
		AccountId other = AccountId.next();
		assertThat(Screenplays.as(other, () -> this.videos.watchlist(null, 9)).items()).isEmpty();
		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> Screenplays.as(other, () -> this.videos.watchlist(page.next(), 1)));
		Screenplays.as(somebody, () -> this.videos.drop(two.id()));
		Screenplays.as(somebody, () -> this.videos.drop(two.id()));
		assertThat(Screenplays.as(somebody, () -> this.videos.opinion(two.id())).listed()).isFalse();
		assertThat(Screenplays.as(somebody, () -> this.videos.opinion(one.id())).listed()).isTrue();
	}

	@Test
	void countsEachPersonsRatingOnce() {
		Video film = published(Screenplays.titled("Rated"));
		AccountId somebody = AccountId.next();
		AccountId other = AccountId.next();
		assertThat(rate(somebody, film, 5)).isEqualTo(new Ratings(1, 5));
		assertThat(rate(somebody, film, 2)).isEqualTo(new Ratings(1, 2));
		assertThat(rate(other, film, 5)).isEqualTo(new Ratings(2, 3.5));
		assertThat(Screenplays.asGuest(() -> this.videos.find(film.id())).ratings()).isEqualTo(new Ratings(2, 3.5));
		assertThat(Screenplays.as(other, () -> this.videos.unrate(film.id()))).isEqualTo(new Ratings(1, 2));
		assertThat(Screenplays.as(other, () -> this.videos.unrate(film.id()))).isEqualTo(new Ratings(1, 2));
		assertThat(Screenplays.as(somebody, () -> this.videos.opinion(film.id()))).isEqualTo(new Opinion(false, 2));
	}

	private Ratings rate(AccountId account, Video film, int stars) {
		return Screenplays.as(account, () -> this.videos.rate(film.id(), new Rating(stars)));
	}

	@Test
	void forgetsWhoLeft() {
		Video film = published(Screenplays.titled("Left"));
		AccountId somebody = AccountId.next();
		rate(somebody, film, 4);
		Screenplays.as(somebody, () -> this.videos.keep(film.id()));
		this.transaction.executeWithoutResult((status) -> this.publisher
			.publishEvent(new AccountDeleted(UUID.randomUUID(), Instant.now(), somebody)));
		Awaitility.await()
			.untilAsserted(() -> assertThat(Screenplays.as(somebody, () -> this.videos.opinion(film.id())))
				.isEqualTo(new Opinion(false, null)));
		assertThat(Screenplays.asGuest(() -> this.videos.find(film.id())).ratings()).isEqualTo(new Ratings(0, 0));
	}

	private Video add(VideoDescription description) {
		return Screenplays.asStaff(() -> this.videos.add(description, UUID.randomUUID().toString()));
	}

	private Video published(VideoDescription description) {
		return publish(add(description));
	}

	private Video publish(Video film) {
		this.lifecycle.uploading(film.id());
		this.lifecycle.transcoding(film.id());
		this.lifecycle.ready(film.id(), () -> Screenplays.MEDIA);
		return Screenplays.asStaff(() -> this.videos.publish(film.id()));
	}

}
