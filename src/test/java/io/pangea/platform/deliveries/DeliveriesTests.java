package io.pangea.platform.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.pangea.Pangea;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deliveries of events: retried with growing waits, parked after so many attempts,
 * replayed; none blocks another.
 */
@SpringBootTest(classes = { Pangea.class, DeliveriesTests.Listener.class },
		properties = { "pangea.deliveries.attempts=3", "pangea.deliveries.batch-size=20",
				"pangea.deliveries.first-delay=200ms", "pangea.deliveries.poll-interval=50ms", "pangea.demo=false" })
class DeliveriesTests {

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DeliveriesEndpoint endpoint;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Listener listener;

	/** Something happened. */
	record Happened(UUID id, boolean poison) {

	}

	/** Fails for poison until it is cured. */
	static class Listener {

		private final Map<UUID, List<Instant>> attempts = new ConcurrentHashMap<>();

		private volatile boolean cured;

		@ApplicationModuleListener(id = "deliveries.happened")
		void on(Happened event) {
			this.attempts.computeIfAbsent(event.id(), (id) -> new CopyOnWriteArrayList<>()).add(Instant.now());
			if (event.poison() && !this.cured) {
				throw new IllegalStateException("poison");
			}
		}

		List<Instant> attempts(UUID event) {
			return this.attempts.getOrDefault(event, List.of());
		}

		void cure(boolean cured) {
			this.cured = cured;
		}

	}

	@BeforeEach
	void sicken() {
		this.listener.cure(false);
	}

	@Test
	void finishedDeliveriesLeaveTheTable() {
		UUID id = publish(false);
		await().untilAsserted(() -> assertThat(this.listener.attempts(id)).hasSize(1));
		await().untilAsserted(() -> assertThat(rows(id)).isZero());
	}

	@Test
	void poisonIsRetriedWithGrowingWaitsThenParkedAndReplayed() {
		UUID poison = publish(true);
		await().untilAsserted(() -> assertThat(parked(poison)).hasSize(1));
		List<Instant> attempts = this.listener.attempts(poison);
		assertThat(attempts).hasSize(3);
		assertThat(Duration.between(attempts.get(0), attempts.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		assertThat(Duration.between(attempts.get(1), attempts.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(400));

		this.listener.cure(true);
		this.endpoint.replay(parked(poison).getFirst().id());
		await().untilAsserted(() -> assertThat(this.listener.attempts(poison)).hasSize(4));
		await().untilAsserted(() -> assertThat(rows(poison) + parked(poison).size()).isZero());
	}

	@Test
	void poisonBlocksNobody() {
		for (int i = 0; i < 60; i++) {
			publish(true);
		}
		UUID healthy = publish(false);
		await().untilAsserted(() -> assertThat(this.listener.attempts(healthy)).hasSize(1));
		UUID later = publish(true);
		await().untilAsserted(() -> assertThat(parked(later)).hasSize(1));
	}

	@Test
	void whatADeadProcessLeftIsTakenUpAndWhatALivingOneIsAtIsNot() {
		UUID dead = UUID.randomUUID();
		UUID living = UUID.randomUUID();
		this.jdbc.sql(
				"insert into pangea.instance (name, seen_at) values ('dead', now() - interval '31 s'), ('living', now())")
			.update();
		leave(living, "living");
		leave(dead, "dead");
		await().untilAsserted(() -> assertThat(this.listener.attempts(dead)).hasSize(1));
		await().untilAsserted(() -> assertThat(rows(dead)).isZero());
		assertThat(this.listener.attempts(living)).isEmpty();
		this.jdbc.sql("delete from pangea.instance where name = 'living'").update();
		await().untilAsserted(() -> assertThat(this.listener.attempts(living)).hasSize(1));
	}

	@Test
	void tellsHowLongTheOldestIsOnItsWayUntilItIsParked() {
		UUID poison = publish(true);
		await().untilAsserted(
				() -> assertThat(this.meters.get("pangea.deliveries.oldest").timeGauge().value()).isBetween(0.3, 30.0));
		await().untilAsserted(() -> assertThat(parked(poison)).hasSize(1));
		await()
			.untilAsserted(() -> assertThat(this.meters.get("pangea.deliveries.oldest").timeGauge().value()).isZero());
	}

	/** As when the database went away while a delivery was written down or done with. */
	@Test
	void whatThisProcessLostSightOfIsTakenUp() {
		UUID lost = UUID.randomUUID();
		UUID recent = UUID.randomUUID();
		String self = this.jdbc.sql("select current_setting('application_name')").query(String.class).single();
		leave(recent, self);
		leave(lost, self);
		this.jdbc.sql("""
				update pangea.event_publication set publication_date = now() - interval '31 s',
				    last_resubmission_date = null where serialized_event like ?
				""").param("%" + lost + "%").update();
		await().untilAsserted(() -> assertThat(this.listener.attempts(lost)).hasSize(1));
		await().untilAsserted(() -> assertThat(rows(lost)).isZero());
		assertThat(this.listener.attempts(recent)).isEmpty();
	}

	private void leave(UUID event, String instance) {
		this.jdbc.sql("""
				insert into pangea.event_publication (id, listener_id, event_type, serialized_event, publication_date,
				    status, completion_attempts, last_resubmission_date, instance)
				values (gen_random_uuid(), 'deliveries.happened', ?, ?, now(), 'PROCESSING', 1, now(), ?)
				""")
			.params(Happened.class.getName(), "{\"id\":\"%s\",\"poison\":false}".formatted(event), instance)
			.update();
	}

	private UUID publish(boolean poison) {
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.publisher.publishEvent(new Happened(id, poison)));
		return id;
	}

	private List<HeldDeliveries.HeldDelivery> parked(UUID event) {
		return this.endpoint.overview()
			.parked()
			.stream()
			.filter((it) -> it.serializedEvent().contains(event.toString()))
			.toList();
	}

	private long rows(UUID event) {
		return this.jdbc.sql("select count(*) from pangea.event_publication where serialized_event like ?")
			.param("%" + event + "%")
			.query(Long.class)
			.single();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(25));
	}

}
