package io.pangea.platform.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.products.ProductId;
import io.pangea.products.ProductWithdrawn;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.TestDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events between processes: those of products are heard by a cart elsewhere, once each,
 * and nothing stands in their way.
 */
class BrokerTests {

	private static final String TOPIC = "pangea.products";

	private static final Wiretap WIRE = new Wiretap(KafkaBroker.shared());

	private static Place products;

	private static Place cart;

	@BeforeAll
	static void start() {
		products = Place.run("products", TestDatabase.create(), KafkaBroker.shared().address());
		cart = Place.run("cart", TestDatabase.create(), KafkaBroker.shared().address(), "--pangea.broker.backlog=5",
				"--pangea.deliveries.attempts=2");
	}

	@AfterAll
	static void stop() {
		products.close();
		cart.close();
	}

	@Test
	void anEventIsHeardInTheOtherProcess() {
		ProductId product = cart.seen();
		products.withdraw(product);
		await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
		await().untilAsserted(() -> assertThat(products.open()).isZero());
	}

	@Test
	void itTravelsAsACloudEventKeyedByItsAggregateAndOnlyOnce() {
		ProductId product = cart.seen();
		ProductWithdrawn event = products.withdraw(product);
		await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
		List<ConsumerRecord<String, String>> records = WIRE.read(TOPIC, product.toString());
		assertThat(records).hasSize(1);
		assertThat(Wiretap.headers(records.getFirst())).isEqualTo(Map.of("ce_specversion", "1.0", "ce_id",
				event.id().toString(), "ce_source", "/products", "ce_type", "products.product-withdrawn.v1", "ce_time",
				event.occurredAt().toString(), "ce_subject", product.toString(), "content-type", "application/json"));
		assertThat(records.getFirst().value()).contains("\"productId\":\"%s\"".formatted(product));
	}

	@Test
	void aRepeatChangesNothing() {
		ProductId product = cart.seen();
		products.withdraw(product);
		await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
		cart.sql("update cart.products set on_sale = true, on_sale_at = now() - interval '1 day' where id = '%s'"
			.formatted(product));
		ConsumerRecord<String, String> record = WIRE.read(TOPIC, product.toString()).getFirst();
		Map<String, String> headers = Wiretap.headers(record);
		WIRE.write(TOPIC, record.key(), headers, record.value());
		// Behind the repeat, in the same partition.
		ProductId other = cart.seen();
		headers.put(Message.ID, UUID.randomUUID().toString());
		WIRE.write(TOPIC, record.key(), headers, "{\"id\":\"%s\",\"occurredAt\":\"%s\",\"productId\":\"%s\"}"
			.formatted(headers.get(Message.ID), headers.get(Message.TIME), other));
		await().untilAsserted(() -> assertThat(cart.isOnSale(other)).isFalse());
		assertThat(cart.isOnSale(product)).isTrue();
	}

	@Test
	void whatCannotBeReadIsParkedInSightAndTheNextFlow() {
		String key = UUID.randomUUID().toString();
		ProductId next = cart.seen();
		Map<String, String> unknown = new HashMap<>(
				Map.of(Message.TYPE, "products.product-withdrawn.v99", Message.ID, UUID.randomUUID().toString()));
		WIRE.write(TOPIC, key, Map.of(), "no event at all");
		WIRE.write(TOPIC, key, Map.of(Message.TYPE, "products.product-withdrawn.v1", Message.ID, key), "{]");
		WIRE.write(TOPIC, key, Map.of(Message.TYPE, "products.product-withdrawn.v1", Message.ID, key), null);
		WIRE.write(TOPIC, key, Map.of(Message.TYPE, "products.product-withdrawn.v1", Message.ID, key),
				"{\"id\":\"%s\"}".formatted(key));
		WIRE.write(TOPIC, key, unknown, "{\"id\":\"%s\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"productId\":\"%s\"}"
			.formatted(unknown.get(Message.ID), next));
		ProductId healthy = cart.seen();
		String id = UUID.randomUUID().toString();
		WIRE.write(TOPIC, key, Map.of(Message.TYPE, "products.product-withdrawn.v1", Message.ID, id),
				"{\"id\":\"%s\",\"occurredAt\":\"2100-01-01T00:00:00Z\",\"productId\":\"%s\"}".formatted(id, healthy));

		await().untilAsserted(() -> assertThat(cart.isOnSale(healthy)).isFalse());
		assertThat(parked(key)).hasSize(5)
			.anySatisfy((text) -> assertThat(text).contains("it does not say what it is"))
			.anySatisfy((text) -> assertThat(text).contains("it lacks occurredAt"))
			.anySatisfy((text) -> assertThat(text).contains("nothing here knows the type"));
		assertThat(cart.isOnSale(next)).isTrue();

		// As after an upgrade that knows the version.
		cart.sql("update pangea.held_delivery set serialized_event = replace(replace(serialized_event, '.v99', '.v1'),"
				+ " '2026-01-01', '2100-01-01') where serialized_event like '%%%s%%'".formatted(next));
		cart.sql("update pangea.held_delivery set next_attempt_at = now()");
		await().untilAsserted(() -> assertThat(cart.isOnSale(next)).isFalse());
		await().untilAsserted(() -> assertThat(parked(key)).hasSize(4));
		cart.sql("delete from pangea.held_delivery");
	}

	@Test
	void aFailingListenerIsTriedAgainParkedAndReplayedAsIfItWereHere() {
		ProductId product = cart.seen();
		cart.breakCarts();
		products.withdraw(product);
		await().untilAsserted(() -> assertThat(parked(product.toString())).hasSize(1));
		cart.mendCarts();
		cart.sql("update pangea.held_delivery set next_attempt_at = now(), attempts = 0");
		await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
		await().untilAsserted(() -> assertThat(cart.open()).isZero());
	}

	private static List<String> parked(String about) {
		return cart.held()
			.parked(100)
			.stream()
			.map(HeldDeliveries.HeldDelivery::serializedEvent)
			.filter((text) -> text.contains(about))
			.toList();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
	}

}
