package io.pangea.journeys;

import io.pangea.accounts.Accounts;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The journeys in the one jar. */
@StoreTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectJourneyTests extends Journeys {

	private final Shop shop;

	private final Staff staff;

	@Autowired
	DirectJourneyTests(@LocalServerPort int port, Accounts accounts) {
		this.shop = new Shop("http://localhost:" + port);
		this.staff = LocalStaff.hired(this.shop, accounts);
	}

	@Override
	Shop shop() {
		return this.shop;
	}

	@Override
	Staff staff() {
		return this.staff;
	}

	@AfterAll
	void leave() {
		this.shop.close();
	}

}
