package io.pangea.products;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class ProductsOverHttpTests {

	private static final String PRODUCT = """
			{"sku": "%s", "name": "Vase", "description": "", "category": "bags", "kind": "PHYSICAL",
			 "price": {"amount": 100, "currency": "USD"}, "status": "ACTIVE"%s}""";

	@Autowired
	WebApplicationContext context;

	@Autowired
	JsonMapper json;

	private MockMvcTester http;

	@BeforeEach
	void connect() {
		this.http = MockMvcTester.from(this.context,
				(builder) -> builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
	}

	@Test
	void bindsSearchParameters() {
		var result = this.http.get()
			.uri("/api/products?q=karafe&category=kitchen-table&brands=Tavoreth&brands=Smith, Sons&minPrice=1&maxPrice=99999"
					+ "&sort=PRICE_ASC&limit=1")
			.exchange();
		assertThat(result).hasStatusOk()
			.bodyJson()
			.extractingPath("$.items[0].description.sku")
			.isEqualTo("KIT-CARAFE-01");
	}

	@Test
	void keepsABrandWithACommaWhole() {
		var result = this.http.get().uri("/api/products?brands=Tavoreth, Sons").exchange();
		assertThat(result).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(0);
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, limit, 400", "limit=101, limit, 400", "limit=many, limit, 400", "sort=UP, sort, 400",
			"minPrice=-1, minPrice, 400", "minPrice=x, minPrice, 400", "minPrice=2&maxPrice=1, minPrice, 422",
			"cursor=abc, cursor, 422", "status=NONE, status, 400" })
	void namesTheSearchParameterThatIsWrong(String query, String field, int status) {
		assertThat(this.http.get().uri("/api/products?" + query)).hasStatus(status).bodyText().contains(field);
	}

	@Test
	void findsAndLooksUp() {
		assertThat(this.http.get().uri("/api/products/by-slug/moss-teapot")).hasStatusOk();
		assertThat(this.http.get().uri("/api/products/by-slug/no-such-thing")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.http.get().uri("/api/products/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.http.get().uri("/api/products/xyz")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.http.get().uri("/api/products/lookup?ids=" + ids(200))).hasStatusOk();
		assertThat(this.http.get().uri("/api/products/lookup?ids=" + ids(201))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.http.get().uri("/api/products/categories")).hasStatusOk();
	}

	@Test
	void addsAndChangesWithAnEtag() throws Exception {
		String sku = Goods.sku();
		MvcTestResult added = json(this.http.post().uri("/api/products"), PRODUCT.formatted(sku, ""));
		assertThat(added).hasStatus(HttpStatus.CREATED).headers().hasValue(HttpHeaders.ETAG, "\"1\"");
		String id = this.json.readTree(added.getResponse().getContentAsString()).get("id").asString();
		String changed = PRODUCT.formatted(sku, ", \"brand\": \"Smith\"");
		String uri = "/api/products/" + id;
		assertThat(json(this.http.put().uri(uri), changed)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("If-Match");
		assertThat(json(this.http.put().uri(uri).header(HttpHeaders.IF_MATCH, "1"), changed))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("If-Match");
		assertThat(json(this.http.put().uri(uri).header(HttpHeaders.IF_MATCH, "\"7\""), changed))
			.hasStatus(HttpStatus.PRECONDITION_FAILED);
		assertThat(json(this.http.put().uri(uri).header(HttpHeaders.IF_MATCH, "\"1\""), changed)).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.ETAG, "\"2\"");
		assertThat(json(this.http.put().uri(uri + "/stock?onHand=-1"), "")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("onHand");
		assertThat(json(this.http.put().uri(uri + "/stock?onHand=3"), "")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "price; \"price\": {\"amount\": 0, \"currency\": \"USD\"}", "price; \"price\": null",
					"name; \"name\": \" \"", "sku; \"sku\": \"a/b\"", "images; \"images\": [\"x\"]",
					"images; \"images\": [null]", "attributes; \"attributes\": {\"a\": null}",
					"translations; \"translations\": {\"pt\": null}", "kind; \"kind\": \"GAS\"",
					"filmId; \"filmId\": \"x\"", "category; \"category\": \"nowhere\"" })
	void namesTheFieldThatIsWrong(String field, String wrong) {
		String body = PRODUCT.formatted(Goods.sku(), ", " + wrong);
		MvcTestResult result = json(this.http.post().uri("/api/products"), body);
		assertThat(result).hasStatus4xxClientError().bodyText().contains(field);
	}

	@Test
	void refusesCallersThatAreNotStaff() {
		assertThat(this.http.post()
			.uri("/api/products")
			.contentType(MediaType.APPLICATION_JSON)
			.content(PRODUCT.formatted(Goods.sku(), ""))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.get().uri("/api/products?status=DRAFT")).hasStatus4xxClientError();
		assertThat(this.http.put()
			.uri("/api/products/reservations/" + UUID.randomUUID() + "/commit")
			.with(SecurityMockMvcRequestPostProcessors.user("staff").roles("STAFF"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void refusesReservationsThatMakeNoSense() {
		String uri = "/api/products/reservations/" + UUID.randomUUID();
		for (String body : new String[] { "{\"lines\": [], \"holdFor\": \"PT5M\"}",
				"{\"lines\": [{\"productId\": \"%s\", \"quantity\": 0}], \"holdFor\": \"PT5M\"}"
					.formatted(UUID.randomUUID()),
				"{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1}]}".formatted(UUID.randomUUID()),
				"{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1}], \"holdFor\": \"-PT5M\"}"
					.formatted(UUID.randomUUID()) }) {
			assertThat(this.http.put()
				.uri(uri)
				.with(SecurityMockMvcRequestPostProcessors.user("orders")
					.authorities(AuthorityUtils.createAuthorityList("MODULE_orders")))
				.contentType(MediaType.APPLICATION_JSON)
				.content(body)).hasStatus4xxClientError();
		}
	}

	private static String ids(int count) {
		return Stream.generate(UUID::randomUUID).limit(count).map(UUID::toString).collect(Collectors.joining(","));
	}

	private static MvcTestResult json(MockMvcTester.MockMvcRequestBuilder request, String body) {
		return request.with(SecurityMockMvcRequestPostProcessors.user("staff").roles("STAFF"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
