package io.pangea.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.accounts.AccountId;
import io.pangea.products.Category;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.testing.StoreTest;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract as seen over HTTP: who may call, and what becomes of bad input. */
@StoreTest
@ExtendWith(OutputCaptureExtension.class)
class CartsApiTests {

	private static final String ITEM = """
			{"productId": "%s", "quantity": 1}""".formatted(ProductId.next());

	private static final RequestPostProcessor NOBODY = (request) -> request;

	private static final RequestPostProcessor ORDERS = SecurityMockMvcRequestPostProcessors
		.authentication(new TestingAuthenticationToken("orders", "", "MODULE_orders"));

	private static final RequestPostProcessor CUSTOMER = customer(AccountId.next());

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private ProductCatalog products;

	@Autowired
	private CartChanges changes;

	@Autowired
	private JdbcClient jdbc;

	private MockMvcTester http;

	@BeforeEach
	void setUp() {
		this.http = MockMvcTester.from(this.context,
				(builder) -> ((ConfigurableMockMvcBuilder<?>) builder)
					.apply(SecurityMockMvcConfigurers.springSecurity())
					.build());
	}

	@Test
	void opensACartForAGuestOncePerKey() {
		String key = UUID.randomUUID().toString();
		MvcTestResult opened = call(NOBODY, HttpMethod.POST, "/api/carts", key, null);
		assertThat(opened).hasStatus(201);
		assertThat(opened).bodyJson().extractingPath("$.lines").asArray().isEmpty();
		assertThat(call(NOBODY, HttpMethod.POST, "/api/carts", key, null)).hasStatus(201)
			.bodyJson()
			.extractingPath("$.id")
			.isEqualTo(id(opened));
		assertThat(call(NOBODY, HttpMethod.GET, "/api/carts/" + id(opened), null, null)).hasStatusOk();
	}

	@Test
	void fillsChangesAndEmptiesAGuestsCart() {
		ProductId teapot = sell("EUR 10.00", 5);
		String cart = "/api/carts/" + id(call(NOBODY, HttpMethod.POST, "/api/carts", null, null));
		String item = ITEM.replaceFirst("[0-9a-f-]{36}", teapot.toString());
		for (int delivery = 0; delivery < 2; delivery++) {
			assertThat(call(NOBODY, HttpMethod.POST, cart + "/items", "key", item)).hasStatusOk()
				.bodyJson()
				.extractingPath("$.lines[0].quantity")
				.isEqualTo(1);
		}
		MvcTestResult changed = call(NOBODY, HttpMethod.PUT, cart + "/items/" + teapot + "?quantity=7", null, null);
		assertThat(changed).bodyJson().extractingPath("$.subtotal.amount").isEqualTo(7000);
		assertThat(changed).bodyJson().extractingPath("$.lines[0].notices[0]").isEqualTo("LESS_AVAILABLE");
		MvcTestResult refused = call(NOBODY, HttpMethod.PUT, cart + "/items/" + teapot + "?quantity=100", null, null);
		assertThat(refused).hasStatus(409).bodyJson().extractingPath("$.maximum").isEqualTo(99);
		assertThat(call(NOBODY, HttpMethod.PUT, cart + "/items/" + teapot + "?quantity=0", null, null)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.lines")
			.asArray()
			.isEmpty();
	}

	@Test
	void mergesAGuestsCartIntoACustomersOnce() {
		String guest = id(call(NOBODY, HttpMethod.POST, "/api/carts", null, null));
		String item = ITEM.replaceFirst("[0-9a-f-]{36}", sell("EUR 10.00", 5).toString());
		call(NOBODY, HttpMethod.POST, "/api/carts/%s/items".formatted(guest), null, item);
		RequestPostProcessor customer = customer(AccountId.next());
		for (int delivery = 0; delivery < 2; delivery++) {
			assertThat(call(customer, HttpMethod.PUT, "/api/carts/mine/merged/" + guest, null, null)).hasStatusOk()
				.bodyJson()
				.extractingPath("$.lines[*].quantity")
				.asArray()
				.containsExactly(1);
		}
	}

	@Test
	void namesAProductThatIsSoldOutOrUnknown() {
		String items = "/api/carts/%s/items".formatted(this.changes.openForGuest(null).id());
		ProductId teapot = sell("EUR 10.00", 0);
		assertThat(call(NOBODY, HttpMethod.POST, items, null, ITEM.replaceFirst("[0-9a-f-]{36}", teapot.toString())))
			.hasStatus(409)
			.bodyText()
			.contains("urn:pangea:problem:cart:product-sold-out", "Teapot is sold out.");
		assertThat(call(NOBODY, HttpMethod.POST, items, null, ITEM)).hasStatus(404)
			.bodyText()
			.contains("urn:pangea:problem:products:product-not-found");
	}

	@Test
	void givesACustomerACartOfTheirOwn() {
		MvcTestResult mine = call(CUSTOMER, HttpMethod.GET, "/api/carts/mine", null, null);
		assertThat(mine).hasStatusOk();
		assertThat(call(CUSTOMER, HttpMethod.GET, "/api/carts/" + id(mine), null, null)).hasStatusOk();
		assertThat(call(ORDERS, HttpMethod.GET, "/api/carts/" + id(mine), null, null)).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET, /api/carts/{foreign}
			POST, /api/carts/{foreign}/items
			PUT, /api/carts/{foreign}/items/01890a5d-ac96-774b-bcce-b302099a8057?quantity=1
			PUT, /api/carts/{foreign}/items/01890a5d-ac96-774b-bcce-b302099a8057?quantity=0
			PUT, /api/carts/mine/merged/{foreign}
			""")
	void hidesSomebodyElsesCart(String method, String path) {
		StoredCart foreign = this.changes.openForAccount(AccountId.next());
		MvcTestResult result = call(CUSTOMER, HttpMethod.valueOf(method),
				path.replace("{foreign}", foreign.id().toString()), null, "POST".equals(method) ? ITEM : null);
		assertThat(result).hasStatus(404);
		assertThat(result).bodyText().contains("urn:pangea:problem:cart:cart-not-found", foreign.id().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/carts/mine", "/api/carts/mine/merged/{id}" })
	void asksAGuestToSignInForACartOfTheirOwn(String path) {
		HttpMethod method = path.contains("merged") ? HttpMethod.PUT : HttpMethod.GET;
		assertThat(call(NOBODY, method, path.replace("{id}", CartId.next().toString()), null, null)).hasStatus(401);
	}

	@Test
	void letsOnlyOrdersTakeOutWhatWasBought() {
		String path = "/api/carts/%s/bought/%s".formatted(this.changes.openForGuest(null).id(), UUID.randomUUID());
		assertThat(call(NOBODY, HttpMethod.PUT, path, null, "[]")).hasStatus(401);
		assertThat(call(CUSTOMER, HttpMethod.PUT, path, null, "[]")).hasStatus(403);
		assertThat(call(ORDERS, HttpMethod.PUT, path, null, "[]")).hasStatusOk();
	}

	static Stream<Arguments> badInput() {
		String items = "/api/carts/{id}/items";
		String line = items + "/" + ProductId.next();
		String bought = "/api/carts/{id}/bought/" + UUID.randomUUID();
		return Stream.of( //
				bad(NOBODY, HttpMethod.POST, "/api/carts", "guessable", null, 400, "Idempotency-Key"),
				bad(NOBODY, HttpMethod.POST, "/api/carts", "k".repeat(201), null, 400, "Idempotency-Key"),
				bad(NOBODY, HttpMethod.GET, "/api/carts/x", null, null, 400, "id"),
				bad(NOBODY, HttpMethod.GET, "/api/carts/{none}", null, null, 404, "cartId"),
				bad(NOBODY, HttpMethod.POST, "/api/carts/x/items", null, ITEM, 400, "id"),
				bad(NOBODY, HttpMethod.POST, "/api/carts/{none}/items", null, ITEM, 404, "cartId"),
				bad(NOBODY, HttpMethod.POST, items, null, null, 400, "body"),
				bad(NOBODY, HttpMethod.POST, items, null, "{", 400, "JSON"),
				bad(NOBODY, HttpMethod.POST, items, null, "[]", 400, "JSON"),
				bad(NOBODY, HttpMethod.POST, items, null, "{\"quantity\": 1}", 400, "productId"),
				bad(NOBODY, HttpMethod.POST, items, null, "{}", 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, ITEM.replace(" 1}", " 0}"), 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, ITEM.replace(" 1}", " -1}"), 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, ITEM.replace(" 1}", " \"many\"}"), 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, ITEM.replace(" 1}", " 3000000000}"), 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, ITEM.replace(" 1}", " null}"), 400, "quantity"),
				bad(NOBODY, HttpMethod.POST, items, null, "{\"productId\": \"x\", \"quantity\": 1}", 400, "productId"),
				bad(NOBODY, HttpMethod.POST, items, "", ITEM, 400, "Idempotency-Key"),
				bad(NOBODY, HttpMethod.POST, items, "k".repeat(201), ITEM, 400, "Idempotency-Key"),
				bad(NOBODY, HttpMethod.PUT, line, null, null, 400, "quantity"),
				bad(NOBODY, HttpMethod.PUT, line + "?quantity=-1", null, null, 400, "quantity"),
				bad(NOBODY, HttpMethod.PUT, line + "?quantity=many", null, null, 400, "quantity"),
				bad(NOBODY, HttpMethod.PUT, line + "?quantity=3000000000", null, null, 400, "quantity"),
				bad(NOBODY, HttpMethod.PUT, items + "/x?quantity=1", null, null, 400, "productId"),
				bad(NOBODY, HttpMethod.PUT, "/api/carts/x/items/x?quantity=1", null, null, 400, "id"),
				bad(NOBODY, HttpMethod.PUT, line.replace("{id}", "{none}") + "?quantity=1", null, null, 404, "cartId"),
				bad(CUSTOMER, HttpMethod.PUT, "/api/carts/mine/merged/x", null, null, 400, "guestCart"),
				bad(CUSTOMER, HttpMethod.PUT, "/api/carts/mine/merged/{none}", null, null, 404, "cartId"),
				bad(ORDERS, HttpMethod.PUT, "/api/carts/x/bought/x", null, "[]", 400, "id"),
				bad(ORDERS, HttpMethod.PUT, "/api/carts/{id}/bought/x", null, "[]", 400, "order"),
				bad(ORDERS, HttpMethod.PUT, bought.replace("{id}", "{none}"), null, "[]", 404, "cartId"),
				bad(ORDERS, HttpMethod.PUT, bought, null, null, 400, "body"),
				bad(ORDERS, HttpMethod.PUT, bought, null, "{}", 400, "JSON"),
				bad(ORDERS, HttpMethod.PUT, bought, null, "[null]", 400, "bought"),
				bad(ORDERS, HttpMethod.PUT, bought, null, "[{\"quantity\": 1}]", 400, "productId"),
				bad(ORDERS, HttpMethod.PUT, bought, null, "[" + ITEM.replace(" 1}", " 0}") + "]", 400, "quantity"));
	}

	private static Arguments bad(RequestPostProcessor who, HttpMethod method, String path, @Nullable String key,
			@Nullable String body, int status, String named) {
		return Arguments.of(who, method, path, key, body, status, named);
	}

	@ParameterizedTest
	@MethodSource("badInput")
	void saysWhatIsWrongAndChangesNothing(RequestPostProcessor who, HttpMethod method, String path,
			@Nullable String key, @Nullable String body, int status, String named, CapturedOutput output) {
		CartId id = this.changes.openForGuest(null).id();
		String target = path.replace("{id}", id.toString()).replace("{none}", CartId.next().toString());
		MvcTestResult result = call(who, method, target, key, body);
		assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyText().contains(named).doesNotContain("java.", "Exception", "org.");
		assertThat(output).doesNotContain("ERROR", "\tat ");
		assertThat(this.changes.find(id, new Caller(null, false)).untouched()).isTrue();
		assertThat(this.jdbc.sql("select count(*) from cart.orders_taken_out where cart = ?")
			.param(id.value())
			.query(Long.class)
			.single()).isZero();
	}

	private ProductId sell(String price, int onHand) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("staff", "", "ROLE_STAFF"));
		try {
			this.products.saveCategory("cart-tests", new Category("cart-tests", "Cart tests", null, 99, Map.of()));
			Product product = this.products.add(new ProductDescription("T-" + UUID.randomUUID(), "Teapot", "",
					"cart-tests", null, ProductKind.PHYSICAL, Money.parse(price), List.of(), Map.of(), Map.of(), null,
					ProductStatus.ACTIVE), null);
			this.products.setStock(product.id(), onHand);
			return product.id();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private static String id(MvcTestResult result) {
		return new JsonMapper().readTree(result.getMvcResult().getResponse().getContentAsByteArray())
			.get("id")
			.asString();
	}

	private static RequestPostProcessor customer(AccountId account) {
		return SecurityMockMvcRequestPostProcessors.jwt()
			.jwt((token) -> token.subject(account.toString()))
			.authorities(AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"));
	}

	private MvcTestResult call(RequestPostProcessor who, HttpMethod method, String path, @Nullable String key,
			@Nullable String body) {
		var request = this.http.method(method).uri(path).with(who);
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

}
