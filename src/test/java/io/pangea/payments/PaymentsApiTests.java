package io.pangea.payments;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract as seen over HTTP: who may call, and what becomes of bad input. */
@StoreTest
@ExtendWith(OutputCaptureExtension.class)
class PaymentsApiTests {

	private static final String BODY = """
			{"amount": {"amount": 1000, "currency": "EUR"}, "reference": "r", "token": "tok_success"}""";

	private static final String REFUND = """
			{"amount": {"amount": 1, "currency": "EUR"}}""";

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private Payments payments;

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

	@ParameterizedTest
	@CsvSource(textBlock = """
			# who,          authorise, find, ledger, challenge, answer, capture, cancel, refund
			'',             401,       401,  401,    200,       200,    401,     401,    401
			ROLE_CUSTOMER,  403,       403,  403,    200,       200,    403,     403,    403
			ROLE_STAFF,     403,       200,  200,    200,       200,    403,     403,    403
			MODULE_cart,    403,       403,  403,    200,       200,    403,     403,    403
			MODULE_orders,  201,       200,  200,    200,       200,    200,     409,    200
			""")
	void saysWhoMayCall(String who, int authorise, int find, int ledger, int challenge, int answer, int capture,
			int cancel, int refund) {
		Payment payment = waiting();
		String path = "/api/payments/" + payment.id();
		String secret = "?secret=" + payment.actionSecret();
		assertThat(call(who, HttpMethod.POST, "/api/payments", "k" + UUID.randomUUID(), BODY)).hasStatus(authorise);
		assertThat(call(who, HttpMethod.GET, path, null, null)).hasStatus(find);
		assertThat(call(who, HttpMethod.GET, path + "/ledger", null, null)).hasStatus(ledger);
		assertThat(call(who, HttpMethod.GET, path + "/challenge" + secret, null, null)).hasStatus(challenge);
		assertThat(call(who, HttpMethod.PUT, path + "/challenge" + secret + "&approved=true", null, null))
			.hasStatus(answer);
		assertThat(call(who, HttpMethod.PUT, path + "/capture", null, null)).hasStatus(capture);
		assertThat(call(who, HttpMethod.PUT, path + "/cancellation", null, null)).hasStatus(cancel);
		assertThat(call(who, HttpMethod.POST, path + "/refunds", "k", REFUND)).hasStatus(refund);
	}

	static Stream<Arguments> badInput() {
		return Stream.of( //
				bad(HttpMethod.POST, "/api/payments", null, BODY, 400, "Idempotency-Key"),
				bad(HttpMethod.POST, "/api/payments", " ", BODY, 400, "Idempotency-Key"),
				bad(HttpMethod.POST, "/api/payments", "k".repeat(201), BODY, 400, "Idempotency-Key"),
				bad(HttpMethod.POST, "/api/payments", "k", null, 400, "body"),
				bad(HttpMethod.POST, "/api/payments", "k", "{", 400, "JSON"),
				bad(HttpMethod.POST, "/api/payments", "k", "[]", 400, "JSON"),
				bad(HttpMethod.POST, "/api/payments", "k", "{}", 400, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", "{}", 400, "reference"),
				bad(HttpMethod.POST, "/api/payments", "k", "{}", 400, "token"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("\"r\"", "\" \""), 400, "reference"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("\"r\"", "\"a\\u0000b\""), 400, "reference"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("\"r\"", "\"%s\"".formatted("r".repeat(101))),
						400, "reference"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("tok_success", "t".repeat(201)), 400, "token"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("tok_success", "tok_nobodys"), 422, "token"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("EUR", "XYZ1"), 400, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "0"), 422, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "-1"), 422, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "\"many\""), 400, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "10.5"), 400, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "9".repeat(25)), 400, "amount"),
				bad(HttpMethod.POST, "/api/payments", "k", BODY.replace("1000", "1000000000000001"), 400, "amount"),
				bad(HttpMethod.GET, "/api/payments/x", null, null, 400, "id"),
				bad(HttpMethod.GET, "/api/payments/{none}", null, null, 404, "paymentId"),
				bad(HttpMethod.GET, "/api/payments/x/ledger", null, null, 400, "id"),
				bad(HttpMethod.GET, "/api/payments/{none}/ledger", null, null, 404, "paymentId"),
				bad(HttpMethod.GET, "/api/payments/x/challenge?secret=s", null, null, 400, "id"),
				bad(HttpMethod.GET, "/api/payments/{id}/challenge", null, null, 400, "secret"),
				bad(HttpMethod.GET, "/api/payments/{id}/challenge?secret=s", null, null, 404, "paymentId"),
				bad(HttpMethod.GET, "/api/payments/{none}/challenge?secret=s", null, null, 404, "paymentId"),
				bad(HttpMethod.PUT, "/api/payments/x/challenge?secret=s&approved=true", null, null, 400, "id"),
				bad(HttpMethod.PUT, "/api/payments/{id}/challenge?approved=true", null, null, 400, "secret"),
				bad(HttpMethod.PUT, "/api/payments/{id}/challenge?secret=s", null, null, 400, "approved"),
				bad(HttpMethod.PUT, "/api/payments/{id}/challenge?secret=s&approved=maybe", null, null, 400,
						"approved"),
				bad(HttpMethod.PUT, "/api/payments/{id}/challenge?secret=s&approved=true", null, null, 404,
						"paymentId"),
				bad(HttpMethod.PUT, "/api/payments/x/capture", null, null, 400, "id"),
				bad(HttpMethod.PUT, "/api/payments/{none}/capture", null, null, 404, "paymentId"),
				bad(HttpMethod.PUT, "/api/payments/{id}/capture", null, null, 409, "status"),
				bad(HttpMethod.PUT, "/api/payments/x/cancellation", null, null, 400, "id"),
				bad(HttpMethod.PUT, "/api/payments/{none}/cancellation", null, null, 404, "paymentId"),
				bad(HttpMethod.POST, "/api/payments/x/refunds", "k", REFUND, 400, "id"),
				bad(HttpMethod.POST, "/api/payments/{none}/refunds", "k", REFUND, 404, "paymentId"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", null, REFUND, 400, "Idempotency-Key"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "", REFUND, 400, "Idempotency-Key"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "k", "{}", 400, "amount"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "k", null, 400, "body"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "k", REFUND.replace("1", "0"), 422, "amount"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "k", REFUND.replace("EUR", "USD"), 422, "expected"),
				bad(HttpMethod.POST, "/api/payments/{id}/refunds", "k", REFUND, 409, "refundable"));
	}

	private static Arguments bad(HttpMethod method, String path, @Nullable String key, @Nullable String body,
			int status, String named) {
		return Arguments.of(method, path, key, body, status, named);
	}

	@ParameterizedTest
	@MethodSource("badInput")
	void saysWhatIsWrongAndChangesNothing(HttpMethod method, String path, @Nullable String key, @Nullable String body,
			int status, String named, CapturedOutput output) {
		Payment payment = waiting();
		String target = path.replace("{id}", payment.id().toString()).replace("{none}", PaymentId.next().toString());
		String unusedKey = (key != null) ? key.replaceFirst("^k$", UUID.randomUUID().toString()) : null;
		MvcTestResult result = call("MODULE_orders", method, target, unusedKey, body);
		assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyText().contains(named).doesNotContain("java.", "Exception", "org.");
		assertThat(output).doesNotContain("ERROR", "\tat ");
		assertThat(Callers.asOrders(() -> this.payments.ledger(payment.id()))).hasSize(1);
	}

	@Test
	void answersAProviderThatIsDownSoThatTheCallerMayRepeat() {
		String key = UUID.randomUUID().toString();
		String body = BODY.replace("tok_success", "tok_unavailable");
		MvcTestResult first = call("MODULE_orders", HttpMethod.POST, "/api/payments", key, body);
		assertThat(first).hasStatus(503);
		assertThat(first).bodyText().contains("urn:pangea:problem:payments:payment-provider-unavailable");
		assertThat(call("MODULE_orders", HttpMethod.POST, "/api/payments", key, body)).hasStatus(201);
	}

	@Test
	void neverKeepsLogsOrRepeatsACardNumber(CapturedOutput output) {
		String card = "4000007391820468";
		List<String> writings = List.of("\"%s\"".formatted(card), card, "\" %s \"".formatted(card),
				"\"%s-%s\"".formatted(card.substring(0, 4), card.substring(4)));
		for (String writing : writings) {
			MvcTestResult result = call("MODULE_orders", HttpMethod.POST, "/api/payments", UUID.randomUUID().toString(),
					BODY.replace("\"tok_success\"", writing));
			assertThat(result).hasStatus(422);
			assertThat(result).bodyText().contains("card-number-refused").doesNotContain(card.substring(4));
		}
		assertThat(output).doesNotContain(card.substring(4));
		assertThat(tables()).isNotEmpty()
			.allSatisfy((table) -> assertThat(
					this.jdbc.sql("select count(*) from %s it where it::text like ?".formatted(table))
						.param("%" + card.substring(4) + "%")
						.query(Long.class)
						.single())
				.isZero());
	}

	private List<String> tables() {
		return this.jdbc.sql("""
				select format('%I.%I', table_schema, table_name) from information_schema.tables
				where table_type = 'BASE TABLE' and table_schema in ('payments', 'pangea')
				""").query(String.class).list();
	}

	private Payment waiting() {
		return Callers.asOrders(() -> this.payments
			.authorise(new PaymentRequest(Money.parse("EUR 10.00"), "order", "tok_3ds"), UUID.randomUUID().toString()));
	}

	private MvcTestResult call(String who, HttpMethod method, String path, @Nullable String key,
			@Nullable String body) {
		var request = this.http.method(method).uri(path);
		if (!who.isEmpty()) {
			request.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken("test", "", who)));
		}
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

}
