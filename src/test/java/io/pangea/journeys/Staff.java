package io.pangea.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works in the shop. */
public final class Staff {

	private final Shop shop;

	private final String token;

	private Staff(Shop shop, String token) {
		this.shop = shop;
		this.token = token;
	}

	/** Somebody whose account has the role. */
	public static Staff signedIn(Shop shop, String email, String password) {
		return new Staff(shop,
				shop.put("/api/accounts/session", Map.of("email", email, "password", password))
					.ok()
					.text("/accessToken"));
	}

	public Answer get(String path) {
		return this.shop.get(path, "Authorization", "Bearer " + this.token);
	}

	/** What is not JSON. */
	String reads(String path) {
		return this.shop.text(path, "Authorization", "Bearer " + this.token);
	}

	public Answer post(String path, Object body) {
		return post(path, body, UUID.randomUUID().toString());
	}

	public Answer post(String path, Object body, String idempotencyKey) {
		return this.shop.post(path, body, "Authorization", "Bearer " + this.token, "Idempotency-Key", idempotencyKey);
	}

	public Answer send(String method, String path) {
		return this.shop.send(method, path, null, "Authorization", "Bearer " + this.token);
	}

	public Answer put(String path, Object body, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "Authorization";
		all[headers.length + 1] = "Bearer " + this.token;
		return this.shop.put(path, body, all);
	}

	/** Sends bytes as they are. */
	public Answer send(String path, String type, byte[] content) {
		return this.shop.send(HttpRequest.newBuilder(URI.create(this.shop.baseUrl() + path))
			.header("Content-Type", type)
			.header("Authorization", "Bearer " + this.token)
			.PUT(HttpRequest.BodyPublishers.ofByteArray(content))
			.build());
	}

	/** Puts something new on sale, with that many in stock; its id. */
	public String sells(String kind, long cents, int stock) {
		String product = post("/api/products", description(kind, cents)).ok().text("/id");
		if (kind.equals("PHYSICAL")) {
			put("/api/products/%s/stock?onHand=%d".formatted(product, stock), Map.of()).ok();
		}
		return product;
	}

	private static Map<String, Object> description(String kind, long cents) {
		String sku = "JOURNEY-" + UUID.randomUUID();
		Map<String, Object> description = new HashMap<>(Map.of("sku", sku, "name", "A thing " + sku, "description",
				"Good to have.", "category", "kitchen-table", "kind", kind, "price",
				Map.of("amount", cents, "currency", "USD"), "status", "ACTIVE"));
		description.putAll(Map.of("images", List.of(), "attributes", Map.of(), "translations", Map.of()));
		return description;
	}

	/** Changes the price of a product. */
	public void reprices(String product, long cents) {
		Answer now = get("/api/products/" + product).ok();
		var description = (ObjectNode) now.body().get("description");
		((ObjectNode) description.get("price")).put("amount", cents);
		put("/api/products/" + product, description, "If-Match", now.headers().getOrDefault("ETag", "")).ok();
	}

	/** Imports a CSV file and waits for the report. */
	public Answer imports(String csv) {
		String boundary = "boundary-" + UUID.randomUUID();
		String body = """
				--%1$s\r
				Content-Disposition: form-data; name="file"; filename="goods.csv"\r
				Content-Type: text/csv\r
				\r
				%2$s\r
				--%1$s--\r
				""".formatted(boundary, csv);
		String id = this.shop
			.send(HttpRequest.newBuilder(URI.create(this.shop.baseUrl() + "/api/products/imports"))
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.header("Authorization", "Bearer " + this.token)
				.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
				.build())
			.ok()
			.text("/id");
		return Awaitility.await("import " + id)
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> get("/api/products/imports/" + id).ok(),
					(report) -> !report.text("/status").equals("RUNNING"));
	}

	/** Sends a film in one part and waits until it is ready to be published. */
	public void uploads(String video, byte[] film) {
		uploads(video, film.length, HttpRequest.BodyPublishers.ofByteArray(film));
	}

	/** Sends a film from a file, otherwise the same. */
	public void uploads(String video, Path film) throws IOException {
		uploads(video, Files.size(film), HttpRequest.BodyPublishers.ofFile(film));
	}

	private void uploads(String video, long size, HttpRequest.BodyPublisher film) {
		String path = "/api/videos/" + video;
		put(path + "/upload", Map.of("size", size)).ok();
		this.shop
			.send(HttpRequest.newBuilder(URI.create(this.shop.baseUrl() + path + "/upload/part?offset=0"))
				.header("Content-Type", "application/octet-stream")
				.header("Authorization", "Bearer " + this.token)
				.PUT(film)
				.build())
			.ok();
		put(path + "/upload/finished", Map.of()).ok();
		Awaitility.await("ingest of " + video)
			.atMost(Duration.ofMinutes(8))
			.failFast(() -> get(path + "/ingest").text("/status").equals("FAILED"))
			.until(() -> get(path + "/ingest").ok().text("/status"), "DONE"::equals);
	}

	/** Publishes a film that everybody finds; its id. */
	String shows(String title, String access, int minimumAge, Reel reel) {
		return publishes(announces(title, access, minimumAge, null), reel).text("/id");
	}

	/** Writes down a film that is yet to be sent. */
	Answer announces(String title, String access, int minimumAge, @Nullable Map<String, Object> episode) {
		Map<String, Object> film = new HashMap<>(Map.of("title", title, "synopsis", "Made for a journey.", "year", 2026,
				"minimumAge", minimumAge, "access", access, "genres", List.of("drama")));
		if (episode != null) {
			film.put("episode", episode);
		}
		return post("/api/videos", film).ok();
	}

	/** Sends a film that was written down, and publishes it. */
	Answer publishes(Answer film, Reel reel) {
		uploads(film.text("/id"), reel.content());
		put("/api/videos/%s/publication".formatted(film.text("/id")), Map.of()).ok();
		return film;
	}

	/** How many of a product can be bought now. */
	public long available(String product) {
		return get("/api/products/" + product).ok().number("/available");
	}

	/**
	 * What was captured for an order less what was paid back, in minor units, by the
	 * ledger.
	 */
	public long balance(String order) {
		String payment = get("/api/orders/" + order).ok().text("/paymentId");
		long balance = 0;
		for (JsonNode entry : get("/api/payments/%s/ledger".formatted(payment)).ok().body()) {
			long amount = entry.at("/amount/amount").asLong();
			balance += switch (entry.at("/type").asString()) {
				case "CAPTURED" -> amount;
				case "REFUNDED" -> -amount;
				default -> 0;
			};
		}
		return balance;
	}

}
