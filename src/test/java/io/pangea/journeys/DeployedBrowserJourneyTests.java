package io.pangea.journeys;

import io.pangea.accounts.Credentials;
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
	public String baseUrl() {
		return DeployedJourneyTests.property("pangea.base-url");
	}

	@Override
	public Credentials staff() {
		return new Credentials(DeployedJourneyTests.property("pangea.staff-email"),
				DeployedJourneyTests.property("pangea.staff-password"));
	}

}
