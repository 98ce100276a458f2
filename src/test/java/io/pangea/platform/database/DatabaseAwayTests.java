package io.pangea.platform.database;

import io.pangea.Pangea;
import io.pangea.journeys.Shop;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What callers are told while the database does not answer: to come again. */
class DatabaseAwayTests {

	@Test
	void moduleIsUnavailableUntilItsDatabaseIsBack() {
		String database = TestDatabase.create();
		try (ConfigurableApplicationContext store = new SpringApplicationBuilder(Pangea.class).run("--server.port=0",
				"--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres", "--spring.datasource.hikari.connection-timeout=500");
				Shop shop = new Shop("http://localhost:" + store.getEnvironment().getProperty("local.server.port"))) {
			String slug = shop.get("/api/products?q=mug").ok().text("/items/0/slug");
			TestDatabase.cutOff(database);
			try {
				// The first ones meet connections that were open.
				for (int i = 0; i < 6; i++) {
					isUnavailable(shop.get("/api/products?q=mug"), "products");
					isUnavailable(shop.post("/api/carts", null, "Idempotency-Key", "a-key-of-some-length"), "cart");
				}
				Shop.Answer page = shop.get("/products/" + slug);
				assertThat(page.status()).isEqualTo(503);
				assertThat(page.headers()).containsKey("Retry-After");
				assertThat(shop.get("/").status()).isEqualTo(200);
			}
			finally {
				TestDatabase.allowConnections(database, true);
			}
			Awaitility.await().untilAsserted(() -> shop.get("/api/products?q=mug").ok());
		}
	}

	private static void isUnavailable(Shop.Answer answer, String module) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(503);
		assertThat(answer.text("/type")).isEqualTo("urn:pangea:problem:unavailable");
		assertThat(answer.text("/module")).isEqualTo(module);
		assertThat(answer.headers()).containsKey("Retry-After");
	}

}
