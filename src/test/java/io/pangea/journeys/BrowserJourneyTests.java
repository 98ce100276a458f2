package io.pangea.journeys;

import java.util.List;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Role;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The journeys in a browser, in the one jar. */
@StoreTest
@EnabledIf(value = "io.pangea.journeys.Chromium#installed", disabledReason = "Chromium was not found")
class BrowserJourneyTests extends BrowserJourneys {

	private final String baseUrl;

	private final Credentials staff;

	@Autowired
	BrowserJourneyTests(@LocalServerPort int port, Accounts accounts) {
		this.baseUrl = "http://localhost:" + port;
		try (Shop shop = new Shop(this.baseUrl)) {
			this.staff = LocalStaff.account(shop, accounts, List.of(Role.CUSTOMER, Role.STAFF));
		}
	}

	@Override
	public String baseUrl() {
		return this.baseUrl;
	}

	@Override
	public Credentials staff() {
		return this.staff;
	}

}
