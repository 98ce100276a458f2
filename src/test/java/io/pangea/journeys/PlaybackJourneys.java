package io.pangea.journeys;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys that are about {@code playback}. */
interface PlaybackJourneys extends Store {

	@Test
	default void memberBuysAFilmWatchesItOnTwoDevicesAndGetsTheMoneyBack() {
		assumeTrue(has("playback"));
		String film = published("PURCHASE", 0);
		Buyer member = Buyer.member(shop());
		Answer refused = open(member, film, "Phone");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("/type")).isEqualTo("urn:pangea:problem:playback:not-entitled");
		String order = buys(member, film);
		Awaitility.await()
			.untilAsserted(() -> assertThat(member.get("/api/playback/films/" + film).ok().text("/ground"))
				.isEqualTo("BOUGHT"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(member.get("/api/playback/library").ok().text("/items/0/videoId"))
				.isEqualTo(film));

		Answer phone = open(member, film, "Phone").ok();
		plays(phone.text("/ticket/master"));
		beat(member, phone, 2, 5).ok();
		beat(member, phone, 1, 2).ok();
		beat(member, phone, 2, 5).ok();
		end(member, phone, 6).ok();
		end(member, phone, 6).ok();
		assertThat(beat(member, phone, 4, 7).text("/type")).isEqualTo("urn:pangea:problem:playback:playback-over");
		assertThat(member.get("/api/playback/continue").ok().number("/items/0/resume")).isEqualTo(6);
		Answer tablet = open(member, film, "Tablet").ok();
		assertThat(tablet.number("/position")).isEqualTo(6);

		String ticket = "/api/playback/sessions/%s/ticket".formatted(tablet.text("/id"));
		plays(member.get(ticket).ok().text("/master"));
		assertThat(Buyer.member(shop()).get(ticket).status()).isEqualTo(404);
		assertThat(shop().get(ticket).status()).isEqualTo(404);
		staff().post("/api/orders/%s/refunds".formatted(order), Map.of("reason", "did not like it")).ok();
		Awaitility.await().untilAsserted(() -> assertThat(member.get(ticket).status()).isEqualTo(403));
		assertThat(open(member, film, "Phone").status()).isEqualTo(403);
		assertThat(member.get("/api/playback/library").ok().body().get("items")).isEmpty();
	}

	@Test
	default void guestWatchesAFreeFilmButBuysNoneWithoutAnAccount() {
		assumeTrue(has("playback"));
		String film = published("FREE", 0);
		Buyer guest = Buyer.guest(shop());
		Answer session = open(guest, film, "Phone").ok();
		String master = session.text("/ticket/master");
		plays(master);
		beat(guest, session, 1, 5).ok();
		assertThat(open(guest, film, "Phone").ok().number("/position")).isZero();
		refusesOtherTickets(master);

		Answer refused = order(guest, film);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).isEqualTo("urn:pangea:problem:orders:account-needed");

		Answer withdrawn = staff().send("DELETE", "/api/videos/%s/publication".formatted(film));
		assertThat(withdrawn.status()).isEqualTo(200);
		assertThat(shop().get("/api/playback/sessions/%s/ticket".formatted(session.text("/id"))).status())
			.isEqualTo(404);
	}

	@Test
	default void memberWatchesOnAsManyDevicesAsMayAndWhatTheLimitAllows() {
		assumeTrue(has("playback"));
		String film = published("FREE", 16);
		Buyer member = Buyer.member(shop());
		Answer phone = open(member, film, "Phone").ok();
		open(member, film, "Tablet").ok();
		Answer refused = open(member, film, "Television");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body().get("devices").valueStream().map((it) -> it.asString())).containsExactly("Phone",
				"Tablet");
		end(member, phone, 5).ok();
		open(member, film, "Television").ok();
		member.put("/api/playback/age-limit?maximumAge=12", Map.of()).ok();
		assertThat(open(member, film, "Phone").text("/type")).isEqualTo("urn:pangea:problem:playback:above-age-limit");
	}

	private String published(String access, int minimumAge) {
		return staff().shows("A journey", access, minimumAge, Reel.OF_TEN_SECONDS);
	}

	private Answer order(Buyer buyer, String film) {
		String sku = "JOURNEY-" + UUID.randomUUID();
		String product = staff()
			.post("/api/products",
					Map.of("sku", sku, "name", "A film " + sku, "description", "Good to see.", "category",
							"kitchen-table", "kind", "DIGITAL", "price", Map.of("amount", 900, "currency", "USD"),
							"status", "ACTIVE", "filmId", film))
			.ok()
			.text("/id");
		Awaitility.await().until(() -> buyer.add(product, 1, "once").status() == 200);
		return buyer.order("tok_success");
	}

	private String buys(Buyer buyer, String film) {
		String order = order(buyer, film).ok().text("/id");
		assertThat(buyer.settled(order).text("/status")).isEqualTo("CONFIRMED");
		return order;
	}

	private static Answer open(Buyer buyer, String film, String device) {
		return buyer.post("/api/playback/sessions", Map.of("videoId", film, "device", device), "Idempotency-Key",
				UUID.randomUUID().toString());
	}

	private static Answer beat(Buyer buyer, Answer session, int number, int position) {
		return buyer.put("/api/playback/sessions/%s/beats/%d".formatted(session.text("/id"), number), said(position));
	}

	private static Answer end(Buyer buyer, Answer session, int position) {
		return buyer.put("/api/playback/sessions/%s/end".formatted(session.text("/id")), said(position));
	}

	private static Map<String, Object> said(int position) {
		return Map.of("at", position * 1000, "position", position, "watched", position, "startup", 150, "stalls", 0,
				"stalled", 0);
	}

	private void plays(String master) {
		try (Player player = new Player(shop().baseUrl())) {
			Player.Rendition rendition = player.rendition(master);
			HttpResponse<byte[]> init = player.get(rendition.init());
			assertThat(init.statusCode()).isEqualTo(200);
			HttpResponse<byte[]> segment = player.get(rendition.segment());
			assertThat(segment.statusCode()).isEqualTo(200);
			assertThat(segment.headers().firstValue("cache-control").orElse("")).contains("immutable");
			HttpResponse<byte[]> range = player.get(rendition.segment(), "Range", "bytes=100-199");
			assertThat(range.statusCode()).isEqualTo(206);
			assertThat(range.body()).isEqualTo(Arrays.copyOfRange(segment.body(), 100, 200));
		}
	}

	private void refusesOtherTickets(String master) {
		String ticket = master.split("/", -1)[4];
		char other = (ticket.charAt(20) == 'A') ? 'B' : 'A';
		String tampered = ticket.substring(0, 20) + other + ticket.substring(21);
		try (Player player = new Player(shop().baseUrl())) {
			for (String wrong : List.of(tampered, "A".repeat(ticket.length()), "x")) {
				URI address = player.address(master.replace(ticket, wrong));
				assertThat(player.get(address).statusCode()).as(wrong).isBetween(400, 404);
			}
		}
	}

}
