package io.pangea.journeys;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The journeys in a browser, against a store that runs somewhere else; told where like
 * {@link DeployedJourneyTests}.
 */
@EnabledIfSystemProperty(named = "pangea.base-url", matches = ".+")
@EnabledIf(value = "io.pangea.journeys.Chromium#installed", disabledReason = "Chromium was not found")
class DeployedBrowserJourneyTests extends BrowserJourneys {

	@Override
	String baseUrl() {
		return DeployedJourneyTests.property("pangea.base-url");
	}

}
