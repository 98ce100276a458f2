package io.pangea.journeys;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;

/** Somebody who buys: a guest, or a member with an access token. */
public final class Buyer {

	private static final Set<String> UNDER_WAY = Set.of("PLACED", "RESERVED", "AUTHORISED");

	private final Shop shop;

	private final String[] credentials;

	private final String email;

	private String cart;

	private Buyer(Shop shop, String email, String cart, String... credentials) {
		this.shop = shop;
		this.email = email;
		this.cart = cart;
		this.credentials = credentials;
	}

	/** A guest with a new cart. */
	public static Buyer guest(Shop shop) {
		return guest(shop, UUID.randomUUID().toString());
	}

	/** A guest with a cart that is new when the key is. */
	public static Buyer guest(Shop shop, String idempotencyKey) {
		return new Buyer(shop, "guest@pangea.example",
				shop.post("/api/carts", null, "Idempotency-Key", idempotencyKey).ok().text("/id"));
	}

	/** A member who has just signed up and in. */
	public static Buyer member(Shop shop) {
		String email = "member-%s@pangea.example".formatted(UUID.randomUUID());
		String password = UUID.randomUUID().toString();
		shop.put("/api/accounts/registrations", Map.of("email", email, "password", password, "name", "A Member")).ok();
		return signedIn(shop, email, password);
	}

	/** Somebody who has an account. */
	public static Buyer signedIn(Shop shop, String email, String password) {
		String token = shop.put("/api/accounts/session", Map.of("email", email, "password", password))
			.ok()
			.text("/accessToken");
		Buyer buyer = new Buyer(shop, email, "", "Authorization", "Bearer " + token);
		buyer.cart = buyer.get("/api/carts/mine").ok().text("/id");
		return buyer;
	}

	public String cart() {
		return this.cart;
	}

	public String email() {
		return this.email;
	}

	/** What a page says to them in English. */
	public String reads(String path) {
		return this.shop.text(path, "Accept", "text/html", "Accept-Language", "en", "Cookie",
				"session=" + this.credentials[1].substring("Bearer ".length()));
	}

	/** Watches a short film from its beginning to its end. */
	public void watches(String film) {
		ends(opens(film, "Television"), 600);
	}

	/** Begins to watch a film; the id of the session. */
	public String opens(String film, String device) {
		return post("/api/playback/sessions", Map.of("videoId", film, "device", device), "Idempotency-Key",
				UUID.randomUUID().toString())
			.ok()
			.text("/id");
	}

	/** Stops watching at a second of the film, having seen all before it. */
	public void ends(String session, int second) {
		put("/api/playback/sessions/%s/end".formatted(session), Map.of("at", second * 1000, "position", second,
				"watched", second, "startup", 150, "stalls", 0, "stalled", 0))
			.ok();
	}

	public Answer get(String path) {
		return this.shop.get(path, this.credentials);
	}

	public Answer post(String path, Object body, String... headers) {
		return this.shop.post(path, body, with(headers));
	}

	public Answer put(String path, Object body, String... headers) {
		return this.shop.put(path, body, with(headers));
	}

	/** Puts a number of one product into the cart. */
	public Answer add(String product, int quantity) {
		return add(product, quantity, UUID.randomUUID().toString());
	}

	/** Puts a number of one product into the cart, once for each key. */
	public Answer add(String product, int quantity, String idempotencyKey) {
		return post("/api/carts/%s/items".formatted(this.cart), Map.of("productId", product, "quantity", quantity),
				"Idempotency-Key", idempotencyKey);
	}

	public Answer quote() {
		return get("/api/orders/quote?cart=%s&country=US&deliveryOption=%s".formatted(this.cart, deliveryOption()));
	}

	/** Code of the cheapest way of delivery. */
	public String deliveryOption() {
		return this.shop.get("/api/orders/delivery-options?country=US").ok().text("/0/code");
	}

	/** Orders what is in the cart. */
	public Answer order(String token) {
		return order(token, deliveryOption(), UUID.randomUUID().toString());
	}

	/** Orders what is in the cart. */
	public Answer order(String token, String deliveryOption, String idempotencyKey) {
		return post("/api/orders", orderOf(token, deliveryOption), "Idempotency-Key", idempotencyKey);
	}

	/** What an order of the cart says, without the total that was shown. */
	public Map<String, Object> orderOf(String token, String deliveryOption) {
		return Map.of("cart", this.cart, "email", this.email, "address", address(), "deliveryOption", deliveryOption,
				"paymentToken", token);
	}

	private static Map<String, String> address() {
		return Map.of("recipient", "A Buyer", "line1", "1 Long Street", "city", "Springfield", "region", "OR",
				"postalCode", "97477", "country", "US");
	}

	/** An order that came from this buyer's cart. */
	public Answer find(String order) {
		return get("/api/orders/%s?cart=%s".formatted(order, this.cart));
	}

	/** The order once nothing happens to it by itself any more. */
	public Answer settled(String order) {
		return Awaitility.await("order " + order + " to settle")
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> find(order).ok(), (answer) -> !UNDER_WAY.contains(answer.text("/status")));
	}

	private String[] with(String... headers) {
		return Stream.of(List.of(this.credentials), Arrays.asList(headers))
			.flatMap(List::stream)
			.toArray(String[]::new);
	}

}
