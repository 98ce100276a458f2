package io.pangea.journeys;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.boot.test.web.server.LocalServerPort;

/** The journeys in a browser, in the one jar. */
@StoreTest
@EnabledIf(value = "io.pangea.journeys.Chromium#installed", disabledReason = "Chromium was not found")
class BrowserJourneyTests extends BrowserJourneys {

	private final String baseUrl;

	BrowserJourneyTests(@LocalServerPort int port) {
		this.baseUrl = "http://localhost:" + port;
	}

	@Override
	String baseUrl() {
		return this.baseUrl;
	}

}
