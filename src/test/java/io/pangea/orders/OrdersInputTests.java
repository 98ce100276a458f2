package io.pangea.orders;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import io.pangea.cart.CartId;
import io.pangea.cart.Carts;
import io.pangea.payments.Payments;
import io.pangea.products.ProductCatalog;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.method.MethodValidationException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static io.pangea.orders.Acting.asStaff;
import static io.pangea.orders.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is wrong with a request is named, and nothing comes of it. */
@StoreTest
class OrdersInputTests {

	private static final String GOOD = """
			{"cart": "%s", "email": "ada@example.org", "deliveryOption": "standard", "paymentToken": "tok_success",
			 "address": {"recipient": "Ada", "line1": "12 Row", "city": "Springfield", "postalCode": "62701",
			 "country": "US"}}""";

	@LocalServerPort
	private int port;

	@Autowired
	private ProductCatalog catalog;

	@Autowired
	private Carts carts;

	@Autowired
	private Payments payments;

	@Autowired
	private OrdersDesk orders;

	@Autowired
	private JdbcClient jdbc;

	private RestClient http;

	private CartId cart;

	private record Answer(int status, String body) {

	}

	@BeforeEach
	void open() {
		this.http = RestClient.create("http://localhost:%d/api/orders".formatted(this.port));
		Shop shop = new Shop(this.catalog, this.carts, this.payments);
		this.cart = shop.cartWith(shop.goods(5, "20"), 1);
	}

	private Answer get(String path) {
		return Objects.requireNonNull(this.http.get()
			.uri(path)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(),
					new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
	}

	private Answer post(String body, @Nullable String key) {
		return Objects.requireNonNull(this.http.post().contentType(MediaType.APPLICATION_JSON).headers((headers) -> {
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		})
			.body(body)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(),
					new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
	}

	@ParameterizedTest
	@CsvSource({ "/delivery-options, country", "/delivery-options?country=us, country", "/quote?country=US, cart",
			"/quote?cart=1&country=US, cart", "/quote?cart=01a20a76-1711-712c-b5b8-1e13e33b7653&country=U, country",
			"/not-an-id, id", "/01a20a76-1711-712c-b5b8-1e13e33b7653?cart=x, cart" })
	void namesTheParameter(String path, String field) {
		Answer answer = get(path);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("urn:pangea:problem:invalid", "\"field\":\"" + field + "\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"cart\": \"%s\" | \"cart\": null | cart", "ada@example.org | ada | email",
					"\"US\" | \"usa\" | address.country", "\"Ada\" | \" \" | address.recipient",
					"\"tok_success\" | \"\" | paymentToken",
					"\"tok_success\" | \"tok_success\", \"shownTotal\": {\"amount\": \"a lot\"} | shownTotal" })
	void namesTheField(String good, String bad, String field) {
		Answer answer = post(GOOD.replace(good, bad).replace("%s", this.cart.toString()), null);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("\"field\":\"" + field);
		assertNothingPlaced();
	}

	@ParameterizedTest
	@CsvSource({ "{", "[]", "'\"text\"'" })
	void refusesWhatIsNotAnOrder(String body) {
		assertThat(post(body, null).status()).isEqualTo(400);
	}

	@Test
	void refusesAKeyThatIsTooLong() {
		Answer answer = post(GOOD.formatted(this.cart), "k".repeat(201));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("dempotency");
		assertNothingPlaced();
	}

	@Test
	void refusesTextTheDatabaseCannotHold() {
		Answer answer = post(GOOD.formatted(this.cart).replace("\"Ada\"", "\"A\\u0000a\""), null);
		assertThat(answer.status()).isBetween(400, 422);
		assertNothingPlaced();
	}

	@Test
	void answersProblemsOfTheShop() {
		assertThat(post(GOOD.formatted(this.cart).replace("tok_success", "4111111111111111"), null)).satisfies((it) -> {
			assertThat(it.status()).isEqualTo(422);
			assertThat(it.body()).contains("urn:pangea:problem:payments:card-number-refused")
				.doesNotContain("4111111111111111");
		});
		assertThat(post(GOOD.formatted(this.cart).replace("\"standard\"", "\"pigeon\""), null)).satisfies((it) -> {
			assertThat(it.status()).isEqualTo(422);
			assertThat(it.body()).contains("urn:pangea:problem:orders:delivery-unavailable");
		});
		assertThat(post(GOOD.formatted(this.cart)
			.replace("\"tok_success\"", "\"tok_success\", \"shownTotal\": {\"amount\": 1, \"currency\": \"USD\"}"),
				null))
			.satisfies((it) -> {
				assertThat(it.status()).isEqualTo(409);
				assertThat(it.body()).contains("urn:pangea:problem:orders:price-changed", "\"amount\":2490");
			});
		assertNothingPlaced();
		assertThat(get("/" + OrderId.next()).status()).isEqualTo(404);
		assertThat(post(GOOD.formatted(CartId.next()), null).status()).isEqualTo(404);
	}

	private void assertNothingPlaced() {
		assertThat(this.jdbc.sql("select count(*) from orders.orders where cart = :cart")
			.param("cart", this.cart.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "GET, ''", "GET, /mine", "PUT, /01a20a76-1711-712c-b5b8-1e13e33b7653/shipment",
			"POST, /01a20a76-1711-712c-b5b8-1e13e33b7653/refunds" })
	void asksWhoIsCalling(String method, String path) {
		int status = Objects.requireNonNull(this.http.method(HttpMethod.valueOf(method))
			.uri(path)
			.header("Idempotency-Key", "key")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("carrier", "Post", "reason", "none"))
			.exchange((request, response) -> response.getStatusCode().value()));
		assertThat(status).isEqualTo(401);
	}

	@Test
	void refusesBadInputOfStaff() {
		OrderId id = OrderId.next();
		assertThatExceptionOfType(MethodValidationException.class)
			.isThrownBy(() -> asStaff(() -> this.orders.list(null, null, "not a cursor", 20)));
		assertThatExceptionOfType(MethodValidationException.class)
			.isThrownBy(() -> asStaff(() -> this.orders.list(null, null, null, 0)));
		assertThatExceptionOfType(MethodValidationException.class)
			.isThrownBy(() -> asStaff(() -> this.orders.ship(id, new Shipment(" ", null))));
		assertThatExceptionOfType(MethodValidationException.class)
			.isThrownBy(() -> asStaff(() -> this.orders.refund(id, new Refund(usd("1"), ""), "key")));
		assertThatExceptionOfType(OrderNotFound.class)
			.isThrownBy(() -> asStaff(() -> this.orders.refund(id, new Refund(usd("1"), "none"), "key")));
	}

}
