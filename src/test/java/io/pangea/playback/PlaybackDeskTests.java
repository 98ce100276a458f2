package io.pangea.playback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.orders.OrderCancelled;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderLine;
import io.pangea.orders.OrderRefunded;
import io.pangea.products.ProductId;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoNotFound;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;
import io.pangea.testing.StoreTest;
import io.pangea.testing.AtOnce;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
@RecordApplicationEvents
class PlaybackDeskTests {

	private static final Money PRICE = Money.parse("USD 9.00");

	private final FixedVideos videos = new FixedVideos();

	private final AccountId ada = AccountId.next();

	@Autowired
	private Films films;

	@Autowired
	private Doorkeeper doorkeeper;

	@Autowired
	private Sessions sessions;

	@Autowired
	private Viewers viewers;

	@Autowired
	private Histories histories;

	@Autowired
	private Entitlements entitlements;

	@Autowired
	private PlaybackSettings settings;

	private PlaybackListeners listeners;

	@Autowired
	private SessionExpiry expiry;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private ApplicationEvents events;

	private Playback playback;

	/** Without what would let them hear later, in another thread. */
	@Autowired
	void unwrap(PlaybackListeners proxied) {
		this.listeners = AopTestUtils.getUltimateTargetObject(proxied);
	}

	@BeforeEach
	void buildDesk() {
		this.playback = new PlaybackDesk(this.videos.contract(), new Tickets(this.videos.contract()), this.films,
				this.doorkeeper, this.sessions, this.viewers, this.histories, this.entitlements, this.settings);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	private VideoId free() {
		return this.videos.show(VideoAccess.FREE, 0, 1000);
	}

	private VideoId sold() {
		return this.videos.show(VideoAccess.PURCHASE, 0, 1000);
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	private PlaybackSession open(@Nullable AccountId account, VideoId video, String device) {
		return as(account, () -> this.playback.open(new PlaybackRequest(video, device), key()));
	}

	private void beat(@Nullable AccountId account, PlaybackSession session, int number, long at, int position) {
		as(account, () -> {
			this.playback.beat(session.id(), number, beat(at, position));
			return true;
		});
	}

	private static Beat beat(long at, int position) {
		return new Beat(at, position, 0, 120, 0, 0);
	}

	private void end(@Nullable AccountId account, PlaybackSession session, int position) {
		as(account, () -> {
			this.playback.end(session.id(), beat(0, position));
			return true;
		});
	}

	private List<Progress> unfinished(AccountId account) {
		return as(account, () -> this.playback.continueWatching(null, 20)).items();
	}

	private Admission admission(@Nullable AccountId account, VideoId video) {
		return as(account, () -> this.playback.admission(video));
	}

	private static OrderConfirmed confirmed(OrderId order, @Nullable AccountId buyer, String... films) {
		List<OrderLine> lines = new ArrayList<>();
		for (String film : films) {
			lines.add(new OrderLine(ProductId.next(), "SKU", "Film", 1, PRICE, PRICE, false, film));
		}
		lines.add(new OrderLine(ProductId.next(), "MUG", "Mug", 1, PRICE, PRICE, true, null));
		return new OrderConfirmed(UUID.randomUUID(), Instant.now(), order, buyer, lines, PRICE);
	}

	private OrderRefunded refunded(OrderId order, boolean full) {
		return new OrderRefunded(UUID.randomUUID(), Instant.now(), order, this.ada, PRICE, full);
	}

	private void heard(Runnable listener) {
		this.transactions.executeWithoutResult((status) -> listener.run());
	}

	private OrderId buys(AccountId account, String film) {
		OrderId order = OrderId.next();
		heard(() -> this.listeners.on(confirmed(order, account, film)));
		return order;
	}

	private void silence(PlaybackSession session) {
		this.jdbc.sql("update playback.sessions set heard_at = heard_at - interval '91 seconds' where id = ?")
			.param(session.id().value())
			.update();
	}

	@Test
	void opensAFreeFilmForAGuestWhoKnowsItsSession() {
		VideoId film = free();
		PlaybackSession session = open(null, film, "Phone");
		assertThat(session.position()).isZero();
		assertThat(session.seconds()).isEqualTo(1000);
		assertThat(session.beatEvery()).isEqualTo(10);
		assertThat(session.ticket().master()).contains(film.toString());
		beat(null, session, 1, 0, 500);
		assertThat(as(null, () -> this.playback.ticket(session.id())).expiresAt()).isAfter(Instant.now());
		assertThat(open(null, film, "Phone").position()).as("guests have no history").isZero();
	}

	@Test
	void refusesAGuestWhatIsNotFree() {
		VideoId film = sold();
		assertThatExceptionOfType(NotEntitled.class).isThrownBy(() -> open(null, film, "Phone"));
		assertThat(admission(null, film).ground()).isEqualTo(Admission.Ground.NOT_BOUGHT);
	}

	@Test
	void opensOnePerKey() {
		VideoId film = free();
		String key = key();
		PlaybackRequest request = new PlaybackRequest(film, "Phone");
		PlaybackSession first = as(this.ada, () -> this.playback.open(request, key));
		assertThat(as(this.ada, () -> this.playback.open(request, key)).id()).isEqualTo(first.id());
		assertThat(as(AccountId.next(), () -> this.playback.open(request, key)).id()).isNotEqualTo(first.id());
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.open(new PlaybackRequest(film, "Tablet"), key)));
		end(this.ada, first, 0);
		assertThatExceptionOfType(PlaybackOver.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.open(request, key)));
		assertThat(this.events.stream(PlaybackStarted.class).filter((it) -> it.playbackId().equals(first.id())))
			.hasSize(1);
	}

	/** Or all who open the same film at the same moment would wait for each other. */
	@Test
	void writesNothingDownThatItKnowsOfAFilm() {
		VideoId film = free();
		open(this.ada, film, "Phone");
		String written = writtenBy(film);
		open(null, film, "Phone");
		assertThat(writtenBy(film)).isEqualTo(written);
	}

	/** The transactions that wrote down or locked what is known of a film last. */
	private String writtenBy(VideoId film) {
		return this.jdbc.sql("select xmin || ' ' || xmax from playback.films where video = ?")
			.param(film.value())
			.query(String.class)
			.single();
	}

	@Test
	void opensOneForAGuestWhoAsksManyTimesAtOnce() throws Exception {
		VideoId film = free();
		String key = key();
		List<PlaybackSession> opened = AtOnce.times(8,
				() -> as(null, () -> this.playback.open(new PlaybackRequest(film, "Phone"), key)));
		assertThat(opened.stream().map(PlaybackSession::id).distinct()).hasSize(1);
	}

	@Test
	void keepsSessionsFromStrangers() {
		PlaybackSession session = open(this.ada, free(), "Phone");
		for (AccountId stranger : new @Nullable AccountId[] { null, AccountId.next() }) {
			assertThatExceptionOfType(PlaybackNotFound.class)
				.isThrownBy(() -> as(stranger, () -> this.playback.ticket(session.id())));
			assertThatExceptionOfType(PlaybackNotFound.class).isThrownBy(() -> beat(stranger, session, 1, 0, 10));
			assertThatExceptionOfType(PlaybackNotFound.class).isThrownBy(() -> end(stranger, session, 10));
		}
	}

	@Test
	void opensWhatWasBoughtUntilItIsPaidBack() {
		VideoId film = sold();
		assertThatExceptionOfType(NotEntitled.class).isThrownBy(() -> open(this.ada, film, "Phone"));
		OrderId order = buys(this.ada, film.toString());
		assertThat(admission(this.ada, film).ground()).isEqualTo(Admission.Ground.BOUGHT);
		assertThat(admission(AccountId.next(), film).granted()).isFalse();
		PlaybackSession session = open(this.ada, film, "Phone");
		heard(() -> this.listeners.on(refunded(order, false)));
		assertThatCode(() -> as(this.ada, () -> this.playback.ticket(session.id()))).doesNotThrowAnyException();
		heard(() -> this.listeners.on(refunded(order, true)));
		assertThatExceptionOfType(NotEntitled.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.ticket(session.id())))
			.satisfies((ex) -> assertThat(ex.access()).isEqualTo(VideoAccess.PURCHASE));
		assertThatExceptionOfType(NotEntitled.class).isThrownBy(() -> open(this.ada, film, "Phone"));
	}

	@Test
	void hearsOfOrdersInAnyOrderAndMoreThanOnce() {
		VideoId film = sold();
		OrderId refunded = OrderId.next();
		OrderId cancelled = OrderId.next();
		for (int delivery = 0; delivery < 2; delivery++) {
			heard(() -> this.listeners.on(refunded(refunded, true)));
			heard(() -> this.listeners.on(confirmed(refunded, this.ada, film.toString())));
			heard(() -> this.listeners
				.on(new OrderCancelled(UUID.randomUUID(), Instant.now(), cancelled, this.ada, "timed-out")));
			heard(() -> this.listeners.on(confirmed(cancelled, this.ada, film.toString())));
		}
		assertThat(admission(this.ada, film).granted()).isFalse();
		buys(this.ada, film.toString());
		assertThat(admission(this.ada, film).granted()).isTrue();
	}

	@Test
	void sellsNothingWithAFilmIdThatIsNone() {
		buys(this.ada, "not-a-film");
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).items()).isEmpty();
	}

	@Test
	void playsWithASubscriptionWhatIsInIt() {
		VideoId film = this.videos.show(VideoAccess.SUBSCRIPTION, 0, 1000);
		assertThat(admission(this.ada, film).granted()).isFalse();
		OrderId order = buys(this.ada, "plan:monthly");
		assertThat(admission(this.ada, film).ground()).isEqualTo(Admission.Ground.SUBSCRIPTION);
		assertThat(admission(this.ada, sold()).granted()).isFalse();
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).subscription()).isNotNull()
			.satisfies((it) -> assertThat(it.plan()).isEqualTo("monthly"));
		buys(this.ada, film.toString());
		assertThat(admission(this.ada, film).ground()).isEqualTo(Admission.Ground.BOUGHT);
		heard(() -> this.listeners.on(refunded(order, true)));
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).subscription()).isNull();
	}

	@Test
	void limitsOnHowManyDevicesAnAccountWatches() {
		VideoId film = free();
		PlaybackSession phone = open(this.ada, film, "Phone");
		PlaybackSession tablet = open(this.ada, film, "Tablet");
		assertThatExceptionOfType(TooManyStreams.class).isThrownBy(() -> open(this.ada, film, "Television"))
			.satisfies((ex) -> assertThat(ex.devices()).containsExactly("Phone", "Tablet"))
			.satisfies((ex) -> assertThat(ex.most()).isEqualTo(2));
		assertThatCode(() -> open(AccountId.next(), film, "Television")).doesNotThrowAnyException();
		end(this.ada, phone, 10);
		PlaybackSession television = open(this.ada, film, "Television");
		silence(tablet);
		open(this.ada, film, "Laptop");
		assertThatExceptionOfType(PlaybackOver.class).isThrownBy(() -> beat(this.ada, tablet, 1, 0, 10));
		beat(this.ada, television, 1, 0, 10);
	}

	@Test
	void letsNoMoreThanTheLimitInAtOnce() throws Exception {
		VideoId film = free();
		List<Object> outcomes = AtOnce.times(8, () -> {
			try {
				return open(this.ada, film, "Phone");
			}
			catch (TooManyStreams ex) {
				return ex;
			}
		});
		assertThat(outcomes.stream().filter(PlaybackSession.class::isInstance)).hasSize(2);
	}

	@Test
	void keepsFilmsFromThoseTooYoung() {
		VideoId film = this.videos.show(VideoAccess.FREE, 16, 1000);
		PlaybackSession session = open(this.ada, film, "Phone");
		assertThat(as(this.ada, () -> this.playback.ageLimit()).maximumAge()).isNull();
		as(this.ada, () -> this.playback.limitAge(15));
		assertThat(admission(this.ada, film)).isEqualTo(new Admission(film, Admission.Ground.AGE_LIMIT, 0, false, 15));
		assertThatExceptionOfType(AboveAgeLimit.class).isThrownBy(() -> open(this.ada, film, "Phone"));
		assertThatExceptionOfType(AboveAgeLimit.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.ticket(session.id())));
		as(this.ada, () -> this.playback.limitAge(16));
		assertThat(admission(this.ada, film).granted()).isTrue();
		as(this.ada, () -> {
			this.playback.liftAgeLimit();
			return true;
		});
		assertThat(as(this.ada, () -> this.playback.ageLimit())).isEqualTo(new AgeLimit(null));
	}

	@Test
	void goesOnWhereTheOtherDeviceLeftOff() {
		VideoId film = free();
		PlaybackSession phone = open(this.ada, film, "Phone");
		beat(this.ada, phone, 1, 0, 400);
		PlaybackSession tablet = open(this.ada, film, "Tablet");
		assertThat(tablet.position()).isEqualTo(400);
		assertThat(unfinished(this.ada)).singleElement()
			.satisfies((it) -> assertThat(it.videoId()).isEqualTo(film))
			.satisfies((it) -> assertThat(it.resume()).isEqualTo(400));
	}

	@Test
	void believesTheDeviceThatWasWatchedLastNotTheOneHeardLast() {
		VideoId film = free();
		PlaybackSession phone = open(this.ada, film, "Phone");
		PlaybackSession tablet = open(this.ada, film, "Tablet");
		this.jdbc.sql("update playback.sessions set started_at = started_at - interval '60 seconds' where account = ?")
			.param(this.ada.value())
			.update();
		beat(this.ada, tablet, 1, 50_000, 600);
		beat(this.ada, phone, 1, 20_000, 200);
		assertThat(admission(this.ada, film).position()).isEqualTo(600);
		assertThat(unfinished(this.ada)).singleElement().extracting(Progress::position).isEqualTo(600);
		beat(this.ada, phone, 2, 55_000, 250);
		assertThat(admission(this.ada, film).position()).isEqualTo(250);
		beat(this.ada, phone, 1, 20_000, 200);
		assertThat(admission(this.ada, film).position()).isEqualTo(250);
	}

	@Test
	void remembersWhatWasWatchedToTheEnd() {
		VideoId film = free();
		PlaybackSession session = open(this.ada, film, "Phone");
		beat(this.ada, session, 2, 0, 300);
		beat(this.ada, session, 1, 0, 960);
		assertThat(admission(this.ada, film)).isEqualTo(new Admission(film, Admission.Ground.FREE, 300, true, null));
		end(this.ada, session, 990);
		assertThat(admission(this.ada, film).position()).isZero();
		assertThat(unfinished(this.ada)).isEmpty();
		assertThat(as(this.ada, () -> this.playback.history(null, 20)).items()).singleElement()
			.matches(Progress::watched);
	}

	@Test
	void pagesThroughWhatWasWatched() {
		List<VideoId> watched = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			VideoId film = free();
			PlaybackSession session = open(this.ada, film, "Phone");
			end(this.ada, session, 500);
			watched.addFirst(film);
		}
		List<VideoId> listed = new ArrayList<>();
		String cursor = null;
		do {
			String at = cursor;
			ProgressPage page = as(this.ada, () -> this.playback.continueWatching(at, 2));
			page.items().forEach((it) -> listed.add(it.videoId()));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(listed).isEqualTo(watched);
	}

	@Test
	void listsWhatIsPublishedOnly() {
		VideoId film = sold();
		PlaybackSession session = buysAndWatches(film);
		assertThat(unfinished(this.ada)).hasSize(1);
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).items()).hasSize(1);
		heard(() -> this.listeners.on(new VideoWithdrawn(UUID.randomUUID(), Instant.now(), film, 3)));
		heard(() -> this.listeners.on(published(film, 2)));
		this.videos.withdraw(film);
		assertThat(unfinished(this.ada)).isEmpty();
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).items()).isEmpty();
		assertThatExceptionOfType(VideoNotFound.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.ticket(session.id())));
		heard(() -> this.listeners.on(published(film, 4)));
		assertThat(unfinished(this.ada)).hasSize(1);
		assertThat(as(this.ada, () -> this.playback.library(null, 20)).items()).hasSize(1);
	}

	private PlaybackSession buysAndWatches(VideoId film) {
		buys(this.ada, film.toString());
		PlaybackSession session = open(this.ada, film, "Phone");
		beat(this.ada, session, 1, 0, 400);
		return session;
	}

	private static VideoPublished published(VideoId film, long version) {
		return new VideoPublished(UUID.randomUUID(), Instant.now(), film, version, "Film", List.of(), 0,
				VideoAccess.PURCHASE, 1000);
	}

	@Test
	void forgetsWhatItsViewerWantsForgotten() {
		VideoId one = free();
		VideoId other = free();
		PlaybackSession first = open(this.ada, one, "Phone");
		beat(this.ada, first, 1, 0, 400);
		PlaybackSession second = open(this.ada, other, "Tablet");
		beat(this.ada, second, 1, 0, 400);
		as(this.ada, () -> {
			this.playback.forget(one);
			return true;
		});
		beat(this.ada, first, 2, 0, 500);
		assertThat(unfinished(this.ada)).extracting(Progress::videoId).containsExactly(other);
		as(this.ada, () -> {
			this.playback.forgetHistory();
			return true;
		});
		beat(this.ada, second, 2, 0, 500);
		assertThat(unfinished(this.ada)).isEmpty();
	}

	@Test
	void tellsOnceWhatBecameOfASession() {
		PlaybackSession session = open(this.ada, free(), "Phone");
		this.jdbc.sql("update playback.sessions set started_at = started_at - interval '60 seconds' where id = ?")
			.param(session.id().value())
			.update();
		as(this.ada, () -> {
			this.playback.beat(session.id(), 1, new Beat(20_000, 20, 20, 180, 1, 400));
			this.playback.end(session.id(), new Beat(40_000, 38, 38, 180, 2, 900));
			this.playback.end(session.id(), new Beat(41_000, 39, 39, 180, 2, 900));
			return true;
		});
		this.expiry.finishSilent();
		assertThat(this.events.stream(PlaybackFinished.class).filter((it) -> it.playbackId().equals(session.id())))
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.viewer()).isEqualTo(this.ada);
				assertThat(it.seconds()).isEqualTo(1000);
				assertThat(it.watched()).isEqualTo(38);
				assertThat(it.furthest()).isEqualTo(38);
				assertThat(it.startup()).isEqualTo(180);
				assertThat(it.stalls()).isEqualTo(2);
				assertThat(it.stalled()).isEqualTo(900);
			});
	}

	@Test
	void endsSessionsNothingIsHeardOf() throws Exception {
		PlaybackSession silent = open(this.ada, free(), "Phone");
		PlaybackSession playing = open(this.ada, free(), "Tablet");
		beat(this.ada, silent, 1, 0, 10);
		silence(silent);
		AtOnce.times(4, () -> {
			this.expiry.finishSilent();
			return true;
		});
		this.sessions.finishSilent(100);
		assertThat(finishedAt(silent)).isNotNull();
		assertThat(finishedAt(playing)).isNull();
		assertThat(this.events.stream(PlaybackFinished.class).filter((it) -> it.playbackId().equals(silent.id())))
			.hasSizeLessThanOrEqualTo(1);
		assertThatExceptionOfType(PlaybackOver.class)
			.isThrownBy(() -> as(this.ada, () -> this.playback.ticket(silent.id())));
	}

	private @Nullable Instant finishedAt(PlaybackSession session) {
		return this.jdbc.sql("select finished_at from playback.sessions where id = ?")
			.param(session.id().value())
			.query((row, number) -> {
				var at = row.getTimestamp(1);
				return (at != null) ? at.toInstant() : Instant.MIN;
			})
			.optional()
			.filter((at) -> !at.equals(Instant.MIN))
			.orElse(null);
	}

	@Test
	void erasesAnAccountForGood() {
		VideoId film = sold();
		PlaybackSession session = buysAndWatches(film);
		as(this.ada, () -> this.playback.limitAge(16));
		OrderId late = OrderId.next();
		for (int delivery = 0; delivery < 2; delivery++) {
			heard(() -> this.listeners.on(new AccountDeleted(UUID.randomUUID(), Instant.now(), this.ada)));
		}
		heard(() -> this.listeners.on(confirmed(late, this.ada, film.toString())));
		assertThatExceptionOfType(PlaybackNotFound.class).isThrownBy(() -> beat(this.ada, session, 2, 0, 500));
		assertThat(admission(this.ada, film).granted()).isFalse();
		for (String table : List.of("grants", "progress", "sessions")) {
			assertThat(this.jdbc.sql("select count(*) from playback.%s where account = ?".formatted(table))
				.param(this.ada.value())
				.query(Integer.class)
				.single()).as(table).isZero();
		}
		assertThat(this.events.stream(PlaybackFinished.class).filter((it) -> it.playbackId().equals(session.id())))
			.singleElement()
			.satisfies((it) -> assertThat(it.viewer()).isNull());
	}

	private static <T> T as(@Nullable AccountId account, Supplier<T> action) {
		SecurityContextHolder.clearContext();
		if (account != null) {
			Jwt token = Jwt.withTokenValue("token").header("alg", "none").subject(account.toString()).build();
			SecurityContextHolder.getContext()
				.setAuthentication(
						new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER")));
		}
		try {
			return action.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
