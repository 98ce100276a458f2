package io.pangea.processes;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.shipping.ComposeFiles;
import io.pangea.shipping.Composition;
import io.pangea.shipping.Dashboards;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The files that ship the store are followed: the image is made by its Dockerfile, and
 * what the compose files declare is started with exactly the commands and variables they
 * say. Then somebody buys at the published port, and all end in good order.
 */
class ShippedTests {

	/**
	 * Of a process that was asked to end (128 + SIGTERM), after it did so in good order.
	 */
	private static final int ENDED = 143;

	@Test
	void oneProcessSells() throws InterruptedException {
		sells(Map.of(), "compose.yaml");
	}

	@Test
	void oneModuleRunsApart() throws InterruptedException {
		sells(Map.of("PANGEA_OUT", "payments"), "compose.yaml", "compose.one-out.yaml");
	}

	@Test
	void allModulesRunApartAndShowWhatTheDashboardAsksFor() throws InterruptedException {
		Map<String, String> variables = ComposeFiles.variables(Map.of());
		String token = variables.getOrDefault("PANGEA_SCRAPE_TOKEN", "");
		try (Composition store = Composition.up(variables, "compose.split.yaml")) {
			buys(store.publicUrl());
			Set<String> shown = new TreeSet<>();
			for (String url : store.urls().values()) {
				shown.addAll(Dashboards.metricsOf(url, token));
				assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Dashboards.metricsOf(url, "guessed"))
					.withMessageEndingWith("401");
			}
			assertThat(shown).containsAll(Dashboards.metricsAskedFor());
			assertThat(store.stop().values()).containsOnly(ENDED);
		}
	}

	private static void sells(Map<String, String> settings, String... files) throws InterruptedException {
		try (Composition store = Composition.up(ComposeFiles.variables(settings), files)) {
			buys(store.publicUrl());
			assertThat(store.stop().values()).containsOnly(ENDED);
		}
	}

	private static void buys(String url) {
		try (Shop shop = new Shop(url)) {
			String product = Awaitility.await("goods on sale")
				.atMost(Duration.ofMinutes(1))
				.until(() -> shop.get("/api/products?q=mug").ok().text("/items/0/id"), (id) -> !id.isEmpty());
			Buyer guest = Buyer.guest(shop);
			guest.add(product, 1).ok();
			String order = guest.order("tok_success").ok().text("/id");
			assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
			assertThat(shop.get("/").status()).isEqualTo(200);
			assertThat(shop.get("/backoffice").status()).isLessThan(400);
		}
	}

}
