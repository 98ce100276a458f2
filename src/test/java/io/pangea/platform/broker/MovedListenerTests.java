package io.pangea.platform.broker;

import java.time.Duration;
import java.util.UUID;

import io.pangea.products.ProductId;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A delivery still open when its listener's module moves gets there, either way. */
class MovedListenerTests {

	private final String prefix = "--pangea.broker.prefix=moved-" + UUID.randomUUID();

	private final String broker = KafkaBroker.shared().address();

	@Test
	void followsAModuleThatLeftForADatabaseOfItsOwn() {
		String database = TestDatabase.create();
		ProductId product = ProductId.next();
		try (Place both = place("products,cart", database)) {
			both.seen(product);
			both.breakCarts();
			both.withdraw(product);
			await().untilAsserted(() -> assertThat(both.count("pangea.held_delivery")).isEqualTo(1));
		}
		try (Place cart = place("cart", TestDatabase.create())) {
			cart.seen(product);
			try (Place products = place("products", database, "--pangea.broker.hand-over-after=0s")) {
				await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
				await().untilAsserted(() -> assertThat(products.open()).isZero());
				assertThat(cart.open()).isZero();
			}
		}
	}

	@Test
	void followsEvenWhatWasNotBegunWhenTheProcessDied() {
		String database = TestDatabase.create();
		ProductId product = ProductId.next();
		try (Place both = place("products,cart", database)) {
			both.seen(product);
			both.breakCarts();
			both.withdraw(product);
			await().untilAsserted(() -> assertThat(both.count("pangea.held_delivery")).isEqualTo(1));
			// As the registry has it before the listener runs.
			both.sql("""
					with lost as (delete from pangea.held_delivery returning *)
					insert into pangea.event_publication (id, listener_id, event_type, serialized_event,
					    publication_date, status, completion_attempts, last_resubmission_date)
					select id, listener_id, event_type, serialized_event, publication_date, 'PUBLISHED', 1, now()
					from lost
					""");
		}
		try (Place cart = place("cart", TestDatabase.create())) {
			cart.seen(product);
			try (Place products = place("products", database, "--pangea.broker.hand-over-after=0s")) {
				await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
				await().untilAsserted(() -> assertThat(products.open()).isZero());
			}
		}
	}

	@Test
	void isTakenUpByAnotherProcessOnTheSameDatabase() {
		String database = TestDatabase.create();
		ProductId product = ProductId.next();
		try (Place both = place("products,cart", database)) {
			both.seen(product);
			both.breakCarts();
			both.withdraw(product);
			await().untilAsserted(() -> assertThat(both.count("pangea.held_delivery")).isEqualTo(1));
		}
		try (Place products = place("products", database)) {
			products.sql("update pangea.held_delivery set next_attempt_at = now(), attempts = 1");
			products.sql("""
					with due as (delete from pangea.held_delivery returning *)
					insert into pangea.event_publication (id, listener_id, event_type, serialized_event,
					    publication_date, status, completion_attempts, last_resubmission_date)
					select id, listener_id, event_type, serialized_event, publication_date, 'FAILED', 1, now()
					from due
					""");
			await().untilAsserted(() -> assertThat(products.count("pangea.held_delivery")).isEqualTo(1));
			try (Place cart = place("cart", database)) {
				cart.mendCarts();
				await().untilAsserted(() -> assertThat(cart.isOnSale(product)).isFalse());
				await().untilAsserted(() -> assertThat(cart.open()).isZero());
			}
		}
	}

	@Test
	void comesHomeWithItsModuleAlsoWithoutTheBroker() {
		String database = TestDatabase.create();
		ProductId product = ProductId.next();
		try (KafkaBroker dying = KafkaBroker.create();
				Place products = Place.run("products", database, dying.address(), this.prefix)) {
			dying.kill();
			products.withdraw(product);
			await().untilAsserted(() -> assertThat(products.count("pangea.held_delivery")).isEqualTo(1));
		}
		try (Place home = Place.run(null, database, null, this.prefix)) {
			home.seen(product);
			home.sql("update pangea.held_delivery set next_attempt_at = now()");
			await().untilAsserted(() -> assertThat(home.isOnSale(product)).isFalse());
			await().untilAsserted(() -> assertThat(home.open()).isZero());
		}
	}

	@Test
	void waitsInTheTopicUntilTheModuleRunsAgainWhereverThatIs() {
		String database = TestDatabase.create();
		ProductId product = ProductId.next();
		try (Place products = place("products", database)) {
			products.withdraw(product);
			await().untilAsserted(() -> assertThat(products.open()).isZero());
		}
		try (Place both = place("products,cart", database)) {
			both.seen(product);
			await().untilAsserted(() -> assertThat(both.isOnSale(product)).isFalse());
		}
	}

	@Test
	void whatWasHeardAtHomeIsNotHeardAgainElsewhere() {
		String database = TestDatabase.create();
		ProductId heard = ProductId.next();
		ProductId later = ProductId.next();
		try (Place both = place("products,cart", database)) {
			both.seen(heard);
			both.withdraw(heard);
			await().untilAsserted(() -> assertThat(both.isOnSale(heard)).isFalse());
			await().untilAsserted(() -> assertThat(both.open()).isZero());
		}
		try (Place cart = place("cart", TestDatabase.create()); Place products = place("products", database)) {
			cart.seen(heard);
			cart.seen(later);
			products.withdraw(later);
			await().untilAsserted(() -> assertThat(cart.isOnSale(later)).isFalse());
			assertThat(cart.isOnSale(heard)).isTrue();
		}
	}

	private Place place(String modules, String database, String... more) {
		String[] settings = new String[more.length + 1];
		settings[0] = this.prefix;
		System.arraycopy(more, 0, settings, 1, more.length);
		return Place.run(modules, database, this.broker, settings);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
	}

}
