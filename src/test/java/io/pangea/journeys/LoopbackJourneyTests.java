package io.pangea.journeys;

import io.pangea.accounts.Accounts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The journeys with every neighbour as if behind a network: values through JSON, calls
 * repeated, events twice and shuffled.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "pangea.boundary=loopback")
class LoopbackJourneyTests extends LocalJourneys {

	@Autowired
	LoopbackJourneyTests(@LocalServerPort int port, Accounts accounts) {
		super(port, accounts);
	}

	@Test
	void loopbackIsOn(@Autowired ApplicationContext context) {
		assertThat(context.containsBean("loopbackCalls")).isTrue();
		assertThat(context.containsBean("loopbackDeliveries")).isTrue();
	}

}
