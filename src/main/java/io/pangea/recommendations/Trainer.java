package io.pangea.recommendations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Trains a model now and then, of several instances one at a time, and stores it. */
@Component
class Trainer {

	private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

	private final JdbcClient jdbc;

	private final Likes likes;

	private final Pairs pairs;

	private final ModelRows models;

	private final People people;

	private final RecommendationSettings settings;

	private final TransactionOperations transactions;

	Trainer(JdbcClient jdbc, Likes likes, Pairs pairs, ModelRows models, People people, RecommendationSettings settings,
			TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.likes = likes;
		this.pairs = pairs;
		this.models = models;
		this.people = people;
		this.settings = settings;
		this.transactions = transactions;
	}

	@Scheduled(initialDelayString = "${pangea.recommendations.training.interval:10m}",
			fixedDelayString = "${pangea.recommendations.training.interval:10m}")
	@SchedulerLock(name = "recommendations.training", lockAtMostFor = "PT30M")
	void trainIfNeeded() {
		this.people.forgetGuests(Instant.now().minus(this.settings.guestExpiry()));
		Instant trained = this.models.newest().trainedAt();
		int known = this.likes.people();
		if (known >= this.settings.training().people()
				&& (trained == null || this.likes.lastTouched().isAfter(trained))) {
			train(known);
		}
	}

	/** From what was counted, so that nobody's history has to be read. */
	void train(int known) {
		Instant begin = Instant.now();
		RecommendationSettings.Training training = this.settings.training();
		Map<Integer, Row> rows = this.transactions.execute((transaction) -> counted(training.items()))
			.train(training.regularisation(), training.neighbours());
		long milliseconds = Duration.between(begin, Instant.now()).toMillis();
		long version = this.models.add(rows, known, begin, milliseconds);
		LOG.info("Model {} was trained with {} items in {} ms", version, rows.size(), milliseconds);
	}

	private Ease counted(int most) {
		record Liked(int number, int people) {

		}
		List<Liked> liked = this.jdbc
			.sql("select number, people from recommendations.items where people > 1 "
					+ "order by people desc, number limit :most")
			.param("most", most)
			.query((row, number) -> new Liked(row.getInt("number"), row.getInt("people")))
			.list();
		Ease ease = new Ease(liked.stream().mapToInt(Liked::number).toArray());
		liked.forEach((it) -> ease.count(it.number(), it.number(), it.people()));
		this.pairs.among(liked.stream().map(Liked::number).toList(), ease::count);
		return ease;
	}

}
