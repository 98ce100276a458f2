package io.pangea.journeys;

import java.lang.reflect.Type;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Role;
import io.pangea.journeys.Shop.Answer;
import io.pangea.testing.StoreTest;
import org.jmolecules.ddd.types.Identifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever nonsense an endpoint is sent, the answer is a problem of the caller's that
 * says which field is wrong, gives nothing internal away, and leaves no stack trace in
 * the log.
 */
@StoreTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

	private static final List<Endpoint> ENDPOINTS = Endpoint.all();

	private static final Pattern INTERNAL = Pattern.compile("io\\.pangea|org\\.|java\\.|jakarta|tools\\.jackson|jdbc"
			+ "|[a-z]Exception|SQL|(?i:\\bselect\\b.*\\bfrom\\b|\\binsert into\\b)");

	/** What nothing has is looked for in vain, however it is written. */
	private static final Set<String> NEVER_WRONG = Set.of("category", "brands");

	private static final String NUL = "a\0b";

	private static final String LONG = "x".repeat(5000);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<String> complaints = new ArrayList<>();

	private final Shop shop;

	private final String admin;

	private final String customer;

	@Autowired
	BadInputTests(@LocalServerPort int port, Accounts accounts) {
		this.shop = new Shop("http://localhost:" + port);
		this.admin = token(LocalStaff.account(this.shop, accounts, List.of(Role.values())));
		this.customer = token(LocalStaff.account(this.shop, accounts, List.of(Role.CUSTOMER)));
	}

	private String token(Credentials credentials) {
		return this.shop.put("/api/accounts/session", credentials).ok().text("/accessToken");
	}

	@BeforeEach
	void readLog() {
		this.complaints.clear();
		this.log.list.clear();
		this.log.start();
		root().addAppender(this.log);
	}

	@AfterEach
	void leavesNoStackTrace() {
		root().detachAppender(this.log);
		this.log.stop();
		assertThat(this.log.list.stream()
			.filter((it) -> it.getThrowableProxy() != null && it.getThreadName().matches("(tomcat|http).*"))
			.map((it) -> it.getFormattedMessage() + ": " + it.getThrowableProxy().getClassName() + ": "
					+ it.getThrowableProxy().getMessage())
			.distinct()).isEmpty();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@AfterAll
	void leave() {
		this.shop.close();
	}

	@Test
	void findsAllEndpoints() {
		assertThat(ENDPOINTS).hasSizeGreaterThan(35).doesNotHaveDuplicates();
	}

	@Test
	void refusesSpoiltFields() {
		withBody().forEach((endpoint) -> Bodies.spoilt(endpoint)
			.forEach((spoilt) -> refuses(spoilt.what(), spoilt.field(), Call.of(endpoint).body(spoilt.json()))));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesBodiesThatAreNotWhatIsExpected() {
		withBody().forEach((endpoint) -> {
			Call call = Call.of(endpoint);
			boolean list = Bodies.valid(endpoint).isArray();
			String valid = Bodies.valid(endpoint).toString();
			Stream
				.of("", "{", "null", "7", "\"x\"", "{\"a\":", list ? "{}" : "[]", list ? "[{}]" : "{}", valid + " x",
						valid.substring(0, valid.length() - 1), "[".repeat(20_000), "{\"a\":".repeat(5000), "\u0000",
						"<xml/>", "x".repeat(2_000_000))
				.forEach((body) -> refuses("body " + shown(body), null, call.body(body)));
			refuses("body of bad UTF-8", null,
					call.body(BodyPublishers.ofByteArray(new byte[] { '"', (byte) 0xff, (byte) 0xfe, '"' })));
			refuses("no body", null, call.body(BodyPublishers.noBody()));
		});
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesOtherContentTypes() {
		Stream.of(withBody(), withFile(), withStream()).flatMap((it) -> it).forEach((endpoint) -> {
			for (String type : List.of("text/plain", "application/xml", "application/yaml",
					"application/x-www-form-urlencoded", "nonsense", "multipart/form-data")) {
				refuses("content type " + type, null, Call.of(endpoint).header("Content-Type", type));
			}
			refuses("no content type", null, Call.of(endpoint).header("Content-Type", null));
		});
		assertThat(this.complaints).isEmpty();
	}

	private static Stream<Endpoint> withBody() {
		return ENDPOINTS.stream().filter((it) -> !it.parameters(RequestBody.class).isEmpty() && !it.takesStream());
	}

	private static Stream<Endpoint> withStream() {
		return ENDPOINTS.stream().filter(Endpoint::takesStream);
	}

	private static Stream<Endpoint> withFile() {
		return ENDPOINTS.stream().filter((it) -> !it.parameters(RequestPart.class).isEmpty());
	}

	@Test
	void refusesSpoiltUploads() {
		withFile().forEach((endpoint) -> {
			Call call = Call.of(endpoint);
			refuses("no part", "file", call.body("--edge--\r\n"));
			refuses("other part", "file", call.body("""
					--edge\r
					Content-Disposition: form-data; name="other"; filename="a.csv"\r
					\r
					a\r
					--edge--\r
					"""));
			refuses("text instead of a file", "file", call.body("""
					--edge\r
					Content-Disposition: form-data; name="file"\r
					\r
					a\r
					--edge--\r
					"""));
			refuses("cut off", null, call.body("--edge\r\nContent-Disp"));
			refuses("no body", null, call.body(BodyPublishers.noBody()));
		});
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesSpoiltPathVariables() {
		ENDPOINTS.forEach((endpoint) -> endpoint.parameters(PathVariable.class).forEach((variable) -> {
			boolean id = Identifier.class.isAssignableFrom(variable.getType());
			Stream.of("not-an-id", "0", "' or 1=1 --", "00000000-0000-0000-0000-00000000000g", LONG, "ç漢😀")
				.forEach((wrong) -> refuses(variable.getName() + " = " + shown(wrong), id ? variable.getName() : null,
						Call.of(endpoint).path(variable.getName(), wrong)));
		}));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesSpoiltParameters() {
		for (Endpoint endpoint : ENDPOINTS) {
			endpoint.parameters(RequestParam.class)
				.forEach((it) -> refusesSpoilt(endpoint, it.getName(), it.getParameterizedType()));
			endpoint.criteria()
				.stream()
				.flatMap((it) -> Stream.of(it.getType().getRecordComponents()))
				.filter((it) -> !NEVER_WRONG.contains(it.getName()))
				.forEach((it) -> refusesSpoilt(endpoint, it.getName(), it.getGenericType()));
		}
		assertThat(this.complaints).isEmpty();
	}

	private void refusesSpoilt(Endpoint endpoint, String name, Type type) {
		wrong(name, type).forEach((wrong) -> refuses(name + " = " + shown(wrong), wrong.equals(NUL) ? null : name,
				Call.of(endpoint).query(name, wrong)));
	}

	private static String shown(String text) {
		return text.substring(0, Math.min(40, text.length()));
	}

	private static Stream<String> wrong(String name, Type type) {
		if (name.equals("cursor")) {
			return Stream.of("!!!", "AAAA", base64("null"), base64("{}"), base64("[1,2]"), base64("x|y"),
					base64("1_00000000-0000-0000-0000-000000000000"), base64("\0"), LONG, NUL);
		}
		if (type instanceof Class<?> known && known.isEnum()) {
			return Stream.of("NONSENSE", "0", LONG);
		}
		if (Set.of("int", "long", "java.lang.Integer", "java.lang.Long").contains(type.getTypeName())) {
			return Stream.of("-1", "99999999999999999999", "1.5", "x", "1e3", LONG);
		}
		if (type.equals(boolean.class)) {
			return Stream.of("perhaps", LONG);
		}
		if (type.getTypeName().matches(".*Id>?")) {
			return Stream.of("not-an-id", "0", "' or 1=1 --", LONG);
		}
		return Stream.of(LONG, NUL);
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void refusesMissingParameters() {
		ENDPOINTS.forEach((endpoint) -> Call.of(endpoint)
			.query()
			.keySet()
			.forEach((name) -> refuses(name + " missing", name, Call.of(endpoint).query(name, null))));
		ENDPOINTS.forEach((endpoint) -> endpoint.parameters(RequestHeader.class)
			.stream()
			.filter((it) -> it.getAnnotation(RequestHeader.class).required())
			.map(Call::name)
			.forEach((name) -> refuses(name + " missing", name, Call.of(endpoint).header(name, null))));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesSpoiltHeaders() {
		ENDPOINTS.forEach((endpoint) -> endpoint.parameters(RequestHeader.class)
			.stream()
			.map(Call::name)
			.forEach((name) -> refuses(name + " too long", name, Call.of(endpoint).header(name, LONG))));
		ENDPOINTS.stream()
			.filter((it) -> Call.of(it).headers().containsKey("If-Match"))
			.forEach((endpoint) -> Stream.of("x", "\"x\"", "*", "\"99999999999999999999\"", "W/\"0\"", "\"-1\"")
				.forEach((etag) -> refuses("If-Match " + etag, null, Call.of(endpoint).header("If-Match", etag))));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesUnsupportedMethods() {
		ENDPOINTS.forEach((endpoint) -> check("PATCH " + endpoint.path(), List.of(405), null,
				this.shop.send(Call.of(endpoint).request(this.shop.baseUrl(), "PATCH"))));
		assertThat(this.complaints).isEmpty();
		assertThat(this.log.list).filteredOn((it) -> it.getLevel().isGreaterOrEqual(Level.WARN))
			.extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((it) -> it.contains("not supported"));
	}

	@Test
	void refusesToAnswerInAnotherFormat() {
		ENDPOINTS.stream()
			.filter((it) -> it.verb().equals("GET"))
			.forEach((it) -> Stream.of("application/xml", "application/yaml")
				.forEach((type) -> refuses("Accept " + type, null, Call.of(it).header("Accept", type))));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void refusesAddressesThatAreNone() {
		for (String address : List.of("/api", "/api/", "/api/nonsense", "/api/products/a/b/c", "/api/carts/%2e%2e/mine",
				"/api/products?q=%ff%fe&limit=x", "/api/products;a=b", "/api//products", "/api/orders/mine/")) {
			check("GET " + address, List.of(400, 401, 404, 422), null, this.shop.get(address));
		}
		assertThat(this.complaints).isEmpty();
	}

	/** Tomcat refuses these before the store sees them. */
	@Test
	void refusesAddressesThatCannotBeRead() {
		for (String address : List.of("/api/products/%ff", "/api/products/%00")) {
			check("GET " + address, List.of(400), null, this.shop.get(address));
		}
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void asksWhoIsCalling() {
		ENDPOINTS.stream().filter((it) -> !it.forAnybody()).forEach((endpoint) -> {
			Call call = Call.of(endpoint);
			check(endpoint + " without token", List.of(401), null, send(call, null));
			if (endpoint.closedToCustomers()) {
				check(endpoint + " by a customer", List.of(403), null, send(call, this.customer));
			}
			if (endpoint.forModulesOnly()) {
				check(endpoint + " by an administrator", List.of(403), null, send(call, this.admin));
			}
		});
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void believesNoForgedToken() {
		List<String> parts = List.of(this.admin.split("\\.", -1));
		String unsigned = base64("{\"alg\":\"none\"}") + "." + parts.get(1) + ".";
		String forged = parts.get(0) + "."
				+ base64("{\"sub\":\"x\",\"iss\":\"pangea\",\"roles\":[\"ADMIN\"],\"exp\":9999999999}") + "."
				+ parts.get(2);
		ENDPOINTS.forEach((endpoint) -> Stream.of("x", "a.b.c", unsigned, forged, this.admin + "x", LONG)
			.forEach((token) -> check(endpoint + " with a forged token", List.of(401), null,
					send(Call.of(endpoint), token))));
		assertThat(this.complaints).isEmpty();
	}

	private Answer send(Call call, @Nullable String token) {
		return this.shop.send(((token != null) ? call.header("Authorization", "Bearer " + token) : call)
			.request(this.shop.baseUrl(), call.endpoint().verb()));
	}

	private void refuses(String what, @Nullable String field, Call call) {
		check(call.endpoint() + ": " + what, List.of(), field, send(call, this.admin));
	}

	/** Notes what is wrong with an answer. */
	private void check(String what, List<Integer> expected, @Nullable String field, Answer answer) {
		String body = answer.body().toString();
		String fault = null;
		if (expected.isEmpty() ? answer.status() / 100 != 4 : !expected.contains(answer.status())) {
			fault = "status";
		}
		else if (answer.status() >= 400
				&& !answer.headers().getOrDefault("Content-Type", "").startsWith("application/problem+json")) {
			fault = "content type " + answer.headers().get("Content-Type");
		}
		else if (answer.status() >= 400 && answer.number("/status") != answer.status()) {
			fault = "no status in the problem";
		}
		else if (INTERNAL.matcher(body).find()) {
			fault = "says too much";
		}
		else if (field != null && answer.status() == 400 && !names(answer, field)) {
			fault = "does not name the field";
		}
		if (fault != null) {
			this.complaints.add("%s → %d, %s: %s".formatted(what, answer.status(), fault,
					body.substring(0, Math.min(300, body.length()))));
		}
	}

	/** Maps and lists stand between the names of fields in more than one notation. */
	private static boolean names(Answer answer, String field) {
		String first = field.replaceFirst("[.\\[].*", "");
		String last = field.replaceFirst(".*\\.", "");
		return answer.body()
			.at("/errors")
			.findValuesAsString("field")
			.stream()
			.anyMatch((named) -> !named.isEmpty() && (named.contains(first) || named.contains(last)));
	}

}
