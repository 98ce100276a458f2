package io.pangea.journeys;

import io.pangea.accounts.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The journeys in a store that runs in this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocalJourneys extends Journeys {

	private final Shop shop;

	private final Staff staff;

	LocalJourneys(int port, Accounts accounts) {
		this.shop = new Shop("http://localhost:" + port);
		this.staff = LocalStaff.hired(this.shop, accounts);
	}

	@Override
	public Shop shop() {
		return this.shop;
	}

	@Override
	public Staff staff() {
		return this.staff;
	}

	@AfterAll
	void leave() {
		this.shop.close();
	}

}
