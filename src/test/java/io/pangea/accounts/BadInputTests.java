package io.pangea.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Names the field, logs nothing. */
@StoreTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTests {

	private static final String PASSWORD = "correct horse battery";

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	private Web web;

	@BeforeEach
	void connect() {
		this.web = Web.at(this.port);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			email, ''
			email,
			email, nonsense
			email, a b@example.com
			email, a@b@example..com
			name, ''
			name,
			name, '  '
			password, short
			password,
			""")
	void isNamedInRegistrations(String field, @Nullable String value, CapturedOutput output) {
		refused(this.web.put("/registrations", registration(field, value), null), field, output);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "\n", "\uD800", "\u2028" })
	void isNamedIfNotOneLine(String character, CapturedOutput output) {
		refused(this.web.put("/registrations", registration("name", "Ada" + character + "Eve"), null), "name", output);
		refused(this.web.put("/registrations", registration("email", "a" + character + "@example.com"), null), "email",
				output);
	}

	@Test
	void isNamedIfTooLong(CapturedOutput output) {
		refused(this.web.put("/registrations", registration("name", "a".repeat(121)), null), "name", output);
		refused(this.web.put("/registrations", registration("password", "a".repeat(129)), null), "password", output);
		refused(this.web.put("/session", Map.of("email", "a".repeat(255), "password", PASSWORD), null), "email",
				output);
	}

	@Test
	void isNamedInCredentials(CapturedOutput output) {
		refused(this.web.put("/session", Map.of("password", PASSWORD), null), "email", output);
		refused(this.web.put("/session", Map.of("email", "ada@example.com"), null), "password", output);
		refused(this.web.put("/session", Map.of("email", List.of(), "password", PASSWORD), null), "email", output);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			recipient,  ''
			line1,
			city,       ' '
			postalCode, 12345678901234567
			country,    XX
			country,    de
			country,    DEU
			country,
			""")
	void isNamedInAddresses(String field, @Nullable String value, CapturedOutput output) {
		Map<String, @Nullable String> address = new HashMap<>(
				Map.of("recipient", "Ada", "line1", "1", "city", "Berlin", "postalCode", "1", "country", "DE"));
		address.put(field, value);
		refused(this.web.put("/me/addresses/" + AddressId.next(), address, this.people.customer().token()), field,
				output);
	}

	@Test
	void isNamedInPathsAndParameters(CapturedOutput output) {
		String token = this.people.customer().token();
		refused(this.web.put("/me/addresses/nonsense", Addresses.inBerlin("Ada"), token), "id", output);
		refused(this.web.put("/me/addresses/%s?preferred=perhaps".formatted(AddressId.next()),
				Addresses.inBerlin("Ada"), token), "preferred", output);
		refused(this.web.delete("/me/addresses/nonsense", token), "id", output);
	}

	@Test
	void isNamedInRoles(CapturedOutput output) {
		String token = this.people.admin().token();
		refused(this.web.put("/nonsense/roles", List.of("STAFF"), token), "id", output);
		refused(this.web.put("/%s/roles".formatted(AccountId.next()), List.of("BOSS"), token), "[0]", output);
		refused(this.web.put("/%s/roles".formatted(AccountId.next()), "[null]", token), "roles", output);
	}

	@Test
	void isSaidIfNoJson(CapturedOutput output) {
		Web.Answer answer = this.web.put("/session", "{", null);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(output).doesNotContain("Exception");
	}

	private static Map<String, @Nullable String> registration(String field, @Nullable String value) {
		Map<String, @Nullable String> registration = new HashMap<>(
				Map.of("email", UUID.randomUUID() + "@example.com", "password", PASSWORD, "name", "Ada"));
		registration.put(field, value);
		return registration;
	}

	private static void refused(Web.Answer answer, String field, CapturedOutput output) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).contains("urn:pangea:problem:", "\"field\":\"" + field)
			.doesNotContain(PASSWORD, "Exception");
		assertThat(output).doesNotContain(PASSWORD, "Exception");
	}

}
