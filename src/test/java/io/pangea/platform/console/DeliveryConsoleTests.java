package io.pangea.platform.console;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.pangea.journeys.Shop;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Failed deliveries as administrators see them; whom they are for does not exist. */
@StoreTest
class DeliveryConsoleTests {

	private static final String PATH = "/api/deliveries";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	private final String listener = "nobody.console-" + UUID.randomUUID();

	private Shop shop;

	private String[] admin;

	@BeforeEach
	void signIn() {
		this.shop = new Shop("http://localhost:" + this.port);
		this.admin = bearer(this.people.admin());
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from pangea.held_delivery where listener_id = ?").param(this.listener).update();
		this.shop.close();
	}

	@Test
	void listsParkedOnesFirstAndThenThoseThatWait() {
		UUID later = held("now() + interval '2 hours'", "now()");
		UUID next = held("now() + interval '1 hour'", "now()");
		UUID parked = held("null", "now() - interval '1 minute'");
		UUID parkedFirst = held("null", "now() - interval '1 hour'");
		assertThat(listed()).extracting((it) -> it.at("/id").asString())
			.containsExactly(parkedFirst.toString(), parked.toString(), next.toString(), later.toString());
		JsonNode delivery = listed().getFirst();
		assertThat(delivery.at("/event").asString()).isEqualTo("Happened");
		assertThat(delivery.at("/content").asString()).isEqualTo("{\"what\":\"it\"}");
		assertThat(delivery.at("/attempts").asInt()).isEqualTo(8);
		assertThat(delivery.has("nextAttemptAt")).isFalse();
		assertThat(listed().getLast().has("nextAttemptAt")).isTrue();
		assertThat(this.shop.get(PATH, this.admin).body().at("/silent").isEmpty()).isTrue();
	}

	@Test
	void saysThatThereAreMoreThanItLists() {
		assertThat(this.shop.get(PATH, this.admin).body().at("/more").asBoolean()).isFalse();
		for (int i = 0; i < 201; i++) {
			held("null", "now()");
		}
		assertThat(listed()).hasSize(200);
		assertThat(this.shop.get(PATH, this.admin).body().at("/more").asBoolean()).isTrue();
	}

	@Test
	void replaysWhatIsNamedAndNothingElse() {
		UUID parked = held("null", "now()");
		UUID waiting = held("now() + interval '1 hour'", "now()");
		UUID other = held("null", "now()");
		replay(parked, waiting, UUID.randomUUID());
		assertThat(due(parked)).isTrue();
		assertThat(due(waiting)).isTrue();
		assertThat(due(other)).isFalse();
		assertThat(attempts(parked)).isZero();
		assertThat(attempts(other)).isEqualTo(8);
	}

	@Test
	void replayingAgainChangesNothing() {
		UUID parked = held("null", "now()");
		replay(parked);
		this.jdbc.sql("update pangea.held_delivery set attempts = 1 where id = ?").param(parked).update();
		replay(parked);
		assertThat(attempts(parked)).isEqualTo(1);
	}

	@Test
	void isForAdministratorsOnly() {
		UUID parked = held("null", "now()");
		Map<String, List<UUID>> replay = Map.of("ids", List.of(parked));
		for (String here : List.of("", "?here=true")) {
			assertThat(this.shop.get(PATH + here).status()).isEqualTo(401);
			assertThat(this.shop.post(PATH + "/replays" + here, replay).status()).isEqualTo(401);
			Stream.of(this.people.customer(), this.people.staff())
				.map(DeliveryConsoleTests::bearer)
				.forEach((token) -> {
					assertThat(this.shop.get(PATH + here, token).status()).isEqualTo(403);
					assertThat(this.shop.post(PATH + "/replays" + here, replay, token).status()).isEqualTo(403);
				});
		}
		assertThat(due(parked)).isFalse();
	}

	@Test
	void refusesNonsense() {
		for (Object body : List.of(Map.of(), Map.of("ids", List.of()), Map.of("ids", List.of("x")), Map.of("ids", "x"),
				Map.of("ids", Collections.singletonList(null)),
				Map.of("ids", Collections.nCopies(1001, UUID.randomUUID())))) {
			Shop.Answer answer = this.shop.post(PATH + "/replays", body, this.admin);
			assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
			assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
		}
		assertThat(this.shop.get(PATH + "?here=perhaps", this.admin).status()).isEqualTo(400);
	}

	private UUID held(String nextAttempt, String failed) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into pangea.held_delivery (id, listener_id, event_type, serialized_event, publication_date,
				    attempts, failed_at, next_attempt_at)
				values (?, ?, 'io.pangea.somewhere.Happened', '{"what":"it"}', now(), 8, %s, %s)
				""".formatted(failed, nextAttempt)).params(id, this.listener).update();
		return id;
	}

	private List<JsonNode> listed() {
		return StreamSupport.stream(this.shop.get(PATH, this.admin).ok().body().at("/items").spliterator(), false)
			.filter((it) -> it.at("/listener").asString().equals(this.listener))
			.toList();
	}

	private void replay(UUID... ids) {
		assertThat(
				this.shop.post(PATH + "/replays", Map.of("ids", ids), this.admin).ok().body().at("/silent").isEmpty())
			.isTrue();
	}

	private boolean due(UUID id) {
		return this.jdbc.sql("select coalesce(next_attempt_at <= now(), false) from pangea.held_delivery where id = ?")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	private int attempts(UUID id) {
		return this.jdbc.sql("select attempts from pangea.held_delivery where id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private static String[] bearer(People.Person person) {
		return new String[] { "Authorization", "Bearer " + person.token() };
	}

}
