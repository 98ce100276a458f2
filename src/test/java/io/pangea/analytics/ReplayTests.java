package io.pangea.analytics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.accounts.AccountRegistered;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderId;
import io.pangea.payments.PaymentCaptured;
import io.pangea.payments.PaymentId;
import io.pangea.payments.PaymentRefunded;
import io.pangea.playback.PlaybackFinished;
import io.pangea.playback.PlaybackId;
import io.pangea.playback.PlaybackStarted;
import io.pangea.testing.StoreTest;
import io.pangea.videos.VideoId;
import org.assertj.core.data.Percentage;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tells a real retailer's month and many viewings twice and in no order, while they are
 * summed up: every figure is exact, and the same when all is summed up again. Fewer
 * viewings by default, 100,000 events of them with {@code -Dpangea.replay=all}.
 */
@StoreTest
class ReplayTests {

	private static final Path FILE = Path.of(System.getProperty("pangea.data", "../shared/data"),
			"online-retail-1.csv.gz");

	private static final int VIEWINGS = "all".equals(System.getProperty("pangea.replay")) ? 50_000 : 5_000;

	private static final int BATCH = 500;

	private static final CurrencyUnit POUNDS = CurrencyUnit.of("GBP");

	private final Random random = new Random(4);

	@Autowired
	Hearing hearing;

	@Autowired
	Facts facts;

	@Autowired
	Rollups rollups;

	@Autowired
	Persons persons;

	@Autowired
	SalesReport sales;

	@Autowired
	ViewingReport viewing;

	@Autowired
	JdbcClient jdbc;

	@Test
	void invoicesAddUpToThePenny() throws IOException {
		assumeTrue(Files.exists(FILE), "The retail data is not here: " + FILE);
		LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(200);
		Map<String, Long> invoices = invoices();
		List<Fact> told = new ArrayList<>();
		invoices.forEach((number, pence) -> {
			Instant at = first.atStartOfDay(ZoneOffset.UTC).plusMinutes(this.random.nextInt(30 * 24 * 60)).toInstant();
			Money amount = Money.ofMinor(POUNDS, Math.abs(pence));
			if (pence < 0) {
				told.add(this.hearing.fact(
						new PaymentRefunded(UUID.randomUUID(), at, new PaymentId(UUID.randomUUID()), number, amount)));
				return;
			}
			told.add(this.hearing.fact(new OrderConfirmed(UUID.randomUUID(), at, new OrderId(UUID.randomUUID()), null,
					List.of(), amount)));
			told.add(this.hearing.fact(new PaymentCaptured(UUID.randomUUID(), at.plusSeconds(this.random.nextInt(900)),
					new PaymentId(UUID.randomUUID()), number, amount)));
		});
		tellTwiceInNoOrder(told);
		long taken = invoices.values().stream().mapToLong(Long::longValue).filter((it) -> it > 0).sum();
		long back = -invoices.values().stream().mapToLong(Long::longValue).filter((it) -> it < 0).sum();
		long orders = invoices.values().stream().filter((it) -> it > 0).count();
		for (Grouping by : List.of(Grouping.TOTAL, Grouping.DAY, Grouping.HOUR)) {
			List<Sales> rows = this.sales.over(Timeline.of(new ReportRange(first, first.plusDays(31), "UTC", by)))
				.stream()
				.filter((row) -> row.currency().equals("GBP"))
				.toList();
			assertThat(rows.stream().mapToLong(Sales::orders).sum()).isEqualTo(orders);
			assertThat(sum(rows.stream().map(Sales::ordered))).isEqualTo(taken);
			assertThat(sum(rows.stream().map(Sales::captured))).isEqualTo(taken);
			assertThat(sum(rows.stream().map(Sales::refunded))).isEqualTo(back);
			assertThat(sum(rows.stream().map(Sales::revenue))).isEqualTo(taken - back);
		}
		isTheSameAfterARebuild(first);
	}

	private static long sum(Stream<Money> amounts) {
		return amounts.mapToLong(Money::getAmountMinorLong).sum();
	}

	/** What each invoice, or note of credit, comes to in pence. */
	private static Map<String, Long> invoices() throws IOException {
		Map<String, Long> pence = new LinkedHashMap<>();
		try (Reader text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)),
				StandardCharsets.ISO_8859_1);
				CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
			lines.forEach((line) -> pence.merge(line.getField("InvoiceNo"),
					new BigDecimal(line.getField("UnitPrice")).movePointRight(2).longValueExact()
							* Long.parseLong(line.getField("Quantity")),
					Long::sum));
		}
		pence.values().removeIf((it) -> it == 0);
		return pence;
	}

	@Test
	void viewingsAddUp() {
		LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(300);
		List<VideoId> films = List.of(VideoId.next(), VideoId.next(), VideoId.next());
		List<PlaybackFinished> viewings = new ArrayList<>();
		List<Fact> told = new ArrayList<>();
		for (int i = 0; i < VIEWINGS; i++) {
			PlaybackFinished ended = viewing(films.get(this.random.nextInt(3)), first);
			viewings.add(ended);
			told.add(this.hearing.fact(ended));
			told.add(this.hearing.fact(new PlaybackStarted(UUID.randomUUID(), ended.startedAt(), ended.playbackId(),
					ended.videoId(), null, 0)));
		}
		tellTwiceInNoOrder(told);
		Timeline timeline = Timeline.of(new ReportRange(first, first.plusDays(31), "UTC", Grouping.TOTAL));
		Viewing all = this.viewing.over(timeline).getFirst();
		assertThat(all.plays()).isEqualTo(VIEWINGS);
		assertThat(all.watched()).isEqualTo(viewings.stream().mapToLong(PlaybackFinished::watched).sum());
		assertThat(all.views()).isEqualTo(
				viewings.stream().filter((it) -> it.watched() >= Math.min(30, Math.ceilDiv(it.seconds(), 2))).count());
		assertThat(all.completed())
			.isEqualTo(viewings.stream().filter((it) -> it.furthest() * 100 >= it.seconds() * 95).count());
		List<Integer> startups = viewings.stream().map((it) -> Objects.requireNonNull(it.startup())).sorted().toList();
		assertThat(all.startup()).isCloseTo(startups.get(VIEWINGS / 2 - 1), Percentage.withPercentage(0.6));
		assertThat(all.slowStartup()).isCloseTo(startups.get(VIEWINGS * 95 / 100 - 1), Percentage.withPercentage(0.6));
		assertThat(all.peak()).isEqualTo(mostAtOnce(viewings));
		for (VideoId film : films) {
			List<RetentionStep> curve = this.viewing.retention(film, timeline);
			List<PlaybackFinished> its = viewings.stream().filter((it) -> it.videoId().equals(film)).toList();
			assertThat(curve).allSatisfy((step) -> assertThat(step.viewings()).isEqualTo(
					its.stream().filter((it) -> it.furthest() * 100L >= it.seconds() * (long) step.percent()).count()));
		}
		isTheSameAfterARebuild(first);
	}

	private PlaybackFinished viewing(VideoId film, LocalDate first) {
		int seconds = 20 + 20 * this.random.nextInt(10);
		int furthest = this.random.nextInt(seconds + 1);
		Instant start = first.atStartOfDay(ZoneOffset.UTC).plusSeconds(this.random.nextInt(30 * 86_400)).toInstant();
		return new PlaybackFinished(UUID.randomUUID(), start.plusSeconds(1 + furthest), PlaybackId.next(), film, null,
				start, seconds, this.random.nextInt(furthest + 1), furthest, 50 + this.random.nextInt(3000),
				this.random.nextInt(3), this.random.nextInt(2000));
	}

	private static long mostAtOnce(List<PlaybackFinished> viewings) {
		Map<Instant, Integer> changes = new TreeMap<>();
		viewings.forEach((it) -> {
			changes.merge(it.startedAt(), 1, Integer::sum);
			changes.merge(it.occurredAt(), -1, Integer::sum);
		});
		long going = 0;
		long most = 0;
		for (int change : changes.values()) {
			going += change;
			most = Math.max(most, going);
		}
		return most;
	}

	/** The day on which the clocks were changed last. */
	@Test
	void dayOfAnotherLengthHasAllOfItsQuarters() {
		ZoneId london = ZoneId.of("Europe/London");
		LocalDate day = london.getRules().previousTransition(Instant.now()).getInstant().atZone(london).toLocalDate();
		Instant from = day.minusDays(1).atStartOfDay(london).toInstant();
		Instant to = day.plusDays(2).atStartOfDay(london).toInstant();
		List<Fact> told = new ArrayList<>();
		for (Instant at = from; at.isBefore(to); at = at.plus(15, ChronoUnit.MINUTES)) {
			told.add(this.hearing.fact(new PaymentCaptured(UUID.randomUUID(), at, new PaymentId(UUID.randomUUID()), "x",
					Money.ofMinor(CurrencyUnit.of("BHD"), 1))));
		}
		this.facts.add(told);
		awaitSums();
		Timeline days = Timeline.of(new ReportRange(day.minusDays(1), day.plusDays(1), "Europe/London", Grouping.DAY));
		long changed = Duration.between(day.atStartOfDay(london), day.plusDays(1).atStartOfDay(london)).toMinutes()
				/ 15;
		assertThat(changed).isNotEqualTo(96);
		assertThat(this.sales.over(days).stream().filter((it) -> it.currency().equals("BHD")))
			.extracting((it) -> it.captured().getAmountMinorLong())
			.containsExactly(96L, changed, 96L);
	}

	@Test
	void deletingAnAccountCutsTheLinkForGood() {
		AccountId account = AccountId.next();
		UUID before = Objects.requireNonNull(this.persons.of(account));
		assertThat(this.persons.of(account)).isEqualTo(before);
		Fact fact = this.hearing.fact(new AccountRegistered(UUID.randomUUID(), Instant.now(), account));
		assertThat(fact.person()).isEqualTo(before);
		assertThat(fact.data()).doesNotContain(account.toString());
		this.persons.forget(account);
		this.persons.forget(account);
		assertThat(this.persons.of(account)).isNull();
		assertThat(this.hearing.fact(new AccountDeleted(UUID.randomUUID(), Instant.now(), account)).person()).isNull();
		assertThat(this.jdbc.sql("select count(*) from analytics.persons where person = ?")
			.param(before)
			.query(Long.class)
			.single()).isZero();
	}

	private void tellTwiceInNoOrder(List<Fact> told) {
		List<Fact> twice = new ArrayList<>(told);
		twice.addAll(told);
		Collections.shuffle(twice, this.random);
		Instant begin = Instant.now();
		for (int i = 0; i < twice.size(); i += BATCH) {
			this.facts.add(twice.subList(i, Math.min(i + BATCH, twice.size())));
		}
		Duration took = Duration.between(begin, Instant.now());
		LoggerFactory.getLogger(ReplayTests.class)
			.info("Told {} facts in {}: {}/s", twice.size(), took, twice.size() * 1000L / Math.max(took.toMillis(), 1));
		awaitSums();
	}

	private void awaitSums() {
		await().atMost(Duration.ofMinutes(10))
			.until(() -> this.jdbc.sql("select count(*) from analytics.touched").query(Long.class).single() == 0);
	}

	private void isTheSameAfterARebuild(LocalDate first) {
		List<Map<String, Object>> before = sums(first);
		assertThat(before).isNotEmpty();
		this.jdbc.sql("update analytics.rollups set times = times + 1 where quarter >= ? and quarter < ?")
			.params(first, first.plusDays(31))
			.update();
		assertThat(sums(first)).isNotEqualTo(before);
		this.rollups.rebuild();
		awaitSums();
		assertThat(sums(first)).isEqualTo(before);
	}

	private List<Map<String, Object>> sums(LocalDate first) {
		return this.jdbc
			.sql("select * from analytics.rollups where quarter >= ? and quarter < ? order by quarter, measure, key")
			.params(first, first.plusDays(31))
			.query()
			.listOfRows();
	}

}
