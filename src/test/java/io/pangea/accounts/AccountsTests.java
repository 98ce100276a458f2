package io.pangea.accounts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class AccountsTests {

	private static final String PASSWORD = "correct horse battery";

	@LocalServerPort
	private int port;

	private RestTestClient http;

	private final String email = UUID.randomUUID() + "@example.com";

	@BeforeEach
	void connect() {
		this.http = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port + "/api/accounts").build();
	}

	@Test
	void signsInWhoRegistered() {
		register(this.email).expectStatus().isEqualTo(HttpStatus.ACCEPTED).expectBody().isEmpty();
		Session session = signIn(this.email);
		assertThat(session.account().email()).isEqualTo(this.email);
		assertThat(session.account().roles()).containsExactly(Role.CUSTOMER);
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(session.accessToken()))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Account.class)
			.isEqualTo(session.account());
	}

	@Test
	void publishesKeys() {
		this.http.get()
			.uri("/jwks")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Map.class)
			.value((keys) -> assertThat((List<?>) keys.get("keys")).isNotEmpty());
	}

	private Session signIn(String address) {
		return java.util.Objects.requireNonNull(this.http.put()
			.uri("/session")
			.body(Map.of("email", address, "password", PASSWORD))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Session.class)
			.returnResult()
			.getResponseBody());
	}

	private RestTestClient.ResponseSpec register(String address) {
		return this.http.put()
			.uri("/registrations")
			.body(Map.of("email", address, "password", PASSWORD, "name", "Ada"))
			.exchange();
	}

}
