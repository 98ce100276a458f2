package io.pangea.backoffice;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of failed deliveries, without scripts; whom they are for does not exist. */
@StoreTest
class DeliveryPagesTests {

	private static final String PATH = "/backoffice/deliveries";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	private final String listener = "nobody.page-" + UUID.randomUUID();

	@AfterEach
	void forget() {
		apart(this.jdbc.sql("delete from pangea.held_delivery where listener_id like 'nobody.page-%'")::update);
	}

	@Test
	void isShownToAdministratorsOnly() {
		Browser.Page guest = Browser.ofGuest(this.port).get(PATH);
		assertThat(guest.status()).isEqualTo(302);
		assertThat(guest.location()).endsWith("/sign-in?next=%2Fbackoffice%2Fdeliveries");
		Browser.Page customer = Browser.signedIn(this.port, this.people.customer().token()).get(PATH);
		assertThat(customer.status()).isEqualTo(403);
		assertThat(customer.words()).contains("This page is for staff");
		Browser staff = Browser.signedIn(this.port, this.people.staff().token());
		assertThat(staff.get(PATH).status()).isEqualTo(403);
		assertThat(staff.get(PATH).words()).contains("This page is for administrators").doesNotContain("for staff");
		assertThat(staff.get("/backoffice").text()).doesNotContain(PATH);
		assertThat(administrator().get("/backoffice").text()).contains("<a href=\"" + PATH + "\"");
	}

	@Test
	void saysThatEverythingHasBeenDelivered() {
		Browser browser = administrator();
		assertThat(browser.get(PATH).words()).contains("Everything has been delivered", "No event is parked");
		browser.get("/language/pt-BR?next=" + PATH);
		Browser.Page page = browser.get(PATH);
		assertThat(page.words()).contains("Eventos não entregues", "Tudo foi entregue");
		assertThat(page.text()).doesNotContain("??");
	}

	@Test
	void replaysOne() {
		UUID id = held(this.listener, "null");
		UUID other = held(this.listener, "null");
		Browser browser = administrator();
		Browser.Page page = browser.get(PATH);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains(this.listener, "Happened", "{\"what\":\"<it>\"}", "Parked",
				"Try all 2 again");
		assertThat(page.text()).contains("value=\"" + id + "\"").doesNotContain("<it>", "??", "http-equiv=\"refresh\"");
		Browser.Page done = browser.follow(browser.post(page, PATH + "/replays", Map.of("id", id.toString())));
		assertThat(done.words()).contains("They are being tried again", "The page updates itself", "Now", "Parked");
		assertThat(done.text()).contains("http-equiv=\"refresh\"");
		assertThat(parked(id)).isFalse();
		assertThat(parked(other)).isTrue();
	}

	@Test
	void replaysAllOfOneListener() {
		UUID first = held(this.listener, "null");
		UUID second = held(this.listener, "null");
		UUID another = held(this.listener + "-other", "null");
		Browser browser = administrator();
		Browser.Page page = browser.get(PATH);
		// As a browser sends the fields of the form that says it tries both.
		browser.post(page, PATH + "/replays", Map.of("id", first + "," + second));
		assertThat(parked(first)).isFalse();
		assertThat(parked(second)).isFalse();
		assertThat(parked(another)).isTrue();
	}

	@Test
	void showsWhenTheNextAttemptIs() {
		held(this.listener, "now() + interval '1 hour'");
		Browser.Page page = administrator().get(PATH);
		assertThat(page.text()).contains("<time class=\"tag\"", "Try again").doesNotContain("http-equiv=\"refresh\"");
		assertThat(page.words()).doesNotContain("Parked");
	}

	@Test
	void refusesNonsenseAndFormsWithoutToken() {
		Browser browser = administrator();
		Browser.Page page = browser.get(PATH);
		assertThat(browser.post(PATH + "/replays", Map.of("id", UUID.randomUUID().toString())).status()).isEqualTo(403);
		assertThat(browser.post(page, PATH + "/replays", Map.of()).status()).isEqualTo(400);
		assertThat(browser.post(page, PATH + "/replays", Map.of("id", "x")).status()).isEqualTo(404);
		Browser staff = Browser.signedIn(this.port, this.people.staff().token());
		UUID id = held(this.listener, "null");
		assertThat(staff.post(staff.get("/backoffice"), PATH + "/replays", Map.of("id", id.toString())).status())
			.isEqualTo(403);
		assertThat(parked(id)).isTrue();
	}

	private Browser administrator() {
		return Browser.signedIn(this.port, this.people.admin().token());
	}

	private UUID held(String listener, String nextAttempt) {
		UUID id = UUID.randomUUID();
		apart(this.jdbc.sql("""
				insert into pangea.held_delivery (id, listener_id, event_type, serialized_event, publication_date,
				    attempts, next_attempt_at)
				values (?, ?, 'io.pangea.somewhere.Happened', '{"what":"<it>"}', now(), 8, %s)
				""".formatted(nextAttempt)).params(id, listener)::update);
		return id;
	}

	private boolean parked(UUID id) {
		return apart(this.jdbc.sql("select next_attempt_at is null from pangea.held_delivery where id = ?")
			.param(id)
			.query(Boolean.class)::single);
	}

	/** Or else it would be done as the back office, which may not. */
	private static <T> T apart(Supplier<T> action) {
		return CompletableFuture.supplyAsync(action).join();
	}

}
