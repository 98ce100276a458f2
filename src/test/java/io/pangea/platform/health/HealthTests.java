package io.pangea.platform.health;

import java.util.List;
import java.util.Set;

import io.pangea.accounts.Accounts;
import io.pangea.journeys.Shop;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.People;
import io.pangea.testing.SplitStore;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTests {

	private static SplitStore store;

	private static KafkaBroker broker;

	private static String[] admin;

	@BeforeAll
	static void start() {
		broker = KafkaBroker.create();
		store = new SplitStore(SplitStore.withRest(List.of(Set.of("payments"), Set.of("orders"))),
				"spring.kafka.bootstrap-servers=" + broker.address());
		var accounts = store.contextOf("accounts");
		People people = new People(accounts.getBean(Boundaries.class).between(Accounts.class, "tests"),
				accounts.getBean(JwtDecoder.class), accounts.getBean(JwtAuthenticationConverter.class));
		admin = new String[] { "Authorization", "Bearer " + people.admin().token() };
	}

	@AfterAll
	static void stop() {
		store.close();
		broker.close();
	}

	@Test
	void namesTheNeighbourThatDoesNotAnswerAndStaysInService() {
		try (Shop orders = new Shop(store.addressOf("orders"))) {
			assertThat(orders.get("/actuator/health", admin).text("/components/neighbours/status")).isEqualTo("UP");
			store.stop("payments");
			Awaitility.await()
				.untilAsserted(() -> assertThat(orders.get("/actuator/health", admin)
					.text("/components/neighbours/components/payments/details/problem")).isEqualTo("does not answer"));
			Shop.Answer health = orders.get("/actuator/health", admin);
			assertThat(health.status()).isEqualTo(200);
			assertThat(health.text("/status")).isEqualTo("DEGRADED");
			assertThat(health.text("/components/neighbours/components/products/status")).isEqualTo("UP");
			assertThat(orders.get("/actuator/health/readiness").ok().text("/status")).isEqualTo("UP");
			assertThat(orders.get("/actuator/health/liveness").ok().text("/status")).isEqualTo("UP");
			store.start("payments");
			Awaitility.await()
				.untilAsserted(() -> assertThat(orders.get("/actuator/health", admin).text("/status")).isEqualTo("UP"));
		}
	}

	@Test
	void namesTheBrokerThatDoesNotAnswerAndStaysInService() {
		try (Shop orders = new Shop(store.addressOf("orders"))) {
			broker.kill();
			Awaitility.await()
				.untilAsserted(() -> assertThat(
						orders.get("/actuator/health", admin).text("/components/broker/details/problem"))
					.isEqualTo("does not answer"));
			assertThat(orders.get("/actuator/health/readiness").ok().text("/status")).isEqualTo("UP");
			broker.start();
			Awaitility.await()
				.untilAsserted(() -> assertThat(orders.get("/actuator/health", admin).text("/components/broker/status"))
					.isEqualTo("UP"));
		}
	}

	@Test
	void isOutOfServiceWithoutItsOwnDatabaseAndAlive() {
		String url = String.valueOf(store.contextOf("payments").getEnvironment().getProperty("spring.datasource.url"));
		try (Shop payments = new Shop(store.addressOf("payments"))) {
			payments.get("/actuator/health/readiness").ok();
			TestDatabase.allowConnections(url, false);
			try {
				Awaitility.await()
					.untilAsserted(
							() -> assertThat(payments.get("/actuator/health/readiness").status()).isEqualTo(503));
				assertThat(payments.get("/actuator/health/liveness").ok().text("/status")).isEqualTo("UP");
			}
			finally {
				TestDatabase.allowConnections(url, true);
			}
			Awaitility.await().untilAsserted(() -> payments.get("/actuator/health/readiness").ok());
		}
	}

	@Test
	void namesOnlyThoseItNeeds() {
		try (Shop payments = new Shop(store.addressOf("payments"));
				Shop pages = new Shop(store.addressOf("storefront"))) {
			assertThat(payments.get("/actuator/health", admin).ok().body().at("/components/neighbours/components"))
				.isEmpty();
			assertThat(pages.get("/actuator/health", admin)
				.ok()
				.body()
				.at("/components/neighbours/components")
				.propertyNames()).containsExactlyInAnyOrder("orders", "payments");
		}
	}

	@Test
	void tellsStrangersTheStatusOnly() {
		try (Shop orders = new Shop(store.addressOf("orders"))) {
			assertThat(orders.get("/actuator/health").body().propertyNames()).doesNotContain("components");
			assertThat(orders.get("/actuator/health/readiness").body().propertyNames()).containsExactly("status");
			assertThat(orders.get("/actuator/health/liveness").body().propertyNames()).containsExactly("status");
		}
	}

}
