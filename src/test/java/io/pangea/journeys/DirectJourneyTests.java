package io.pangea.journeys;

import io.pangea.accounts.Accounts;
import io.pangea.testing.StoreTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The journeys in the one jar. */
@StoreTest
class DirectJourneyTests extends LocalJourneys {

	@Autowired
	DirectJourneyTests(@LocalServerPort int port, Accounts accounts) {
		super(port, accounts);
	}

}
