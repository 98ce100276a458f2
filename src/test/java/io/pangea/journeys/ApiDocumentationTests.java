package io.pangea.journeys;

import java.util.List;
import java.util.Locale;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who wants to use the API is told all of it. */
@StoreTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentationTests {

	private final Shop shop;

	@Autowired
	ApiDocumentationTests(@LocalServerPort int port) {
		this.shop = new Shop("http://localhost:" + port);
	}

	@AfterAll
	void leave() {
		this.shop.close();
	}

	@Test
	void describesEveryEndpoint() {
		var paths = this.shop.get("/v3/api-docs").ok().body().get("paths");
		List<String> missing = Endpoint.all()
			.stream()
			.filter((it) -> !paths.path(it.path()).has(it.verb().toLowerCase(Locale.ROOT)))
			.map(Endpoint::toString)
			.toList();
		assertThat(missing).isEmpty();
	}

	@Test
	void showsThemOnAPage() {
		assertThat(this.shop.text("/swagger-ui/index.html")).contains("swagger-ui");
	}

}
