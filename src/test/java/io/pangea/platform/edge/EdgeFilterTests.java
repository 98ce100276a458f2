package io.pangea.platform.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pangea.platform.Modules;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.remote.CallContext;
import io.pangea.platform.topology.Topology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What is elsewhere is handed on and back as it is; what is here is answered here. */
class EdgeFilterTests {

	private static final byte[] FILM = new byte[300_000];

	private final HttpServer payments = server();

	private @Nullable Headers received;

	private byte[] body = {};

	private final MockFilterChain here = new MockFilterChain();

	static {
		new Random(1).nextBytes(FILM);
	}

	@BeforeEach
	void start() {
		this.payments.createContext("/", this::answer);
		this.payments.start();
	}

	@AfterEach
	void stop() {
		this.payments.stop(0);
	}

	@Test
	void rangesComeBackAsTheyAre() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/payments/film");
		request.setQueryString("a=1%2F2&b=%C3%A9");
		request.addHeader("Range", "bytes=100-199");
		request.addHeader("Authorization", "Bearer token");
		MockHttpServletResponse response = send(request);
		assertThat(response.getStatus()).isEqualTo(206);
		assertThat(response.getHeader("Content-Range")).isEqualTo("bytes 100-199/300000");
		assertThat(response.getHeader("X-Query")).isEqualTo("a=1%2F2&b=%C3%A9");
		assertThat(response.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(FILM, 100, 200));
		assertThat(received("Authorization")).isEqualTo("Bearer token");
		assertThat(received("X-forwarded-host")).isEqualTo("shop.example");
	}

	@Test
	void uploadsGoThroughAsTheyAre() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/payments/uploads");
		request.setContent(FILM);
		request.setContentType("multipart/form-data; boundary=x");
		assertThat(send(request).getStatus()).isEqualTo(200);
		assertThat(this.body).isEqualTo(FILM);
		assertThat(received("Content-length")).isEqualTo("300000");
		assertThat(received("Content-type")).isEqualTo("multipart/form-data; boundary=x");
	}

	@Test
	void absenceIsAProblemToProgramsAndAPageToPeople() throws Exception {
		this.payments.stop(0);
		MockHttpServletResponse response = send(new MockHttpServletRequest("GET", "/api/payments/1"));
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getContentAsString()).contains("urn:pangea:problem:unavailable", "\"payments\"");
		response = send(new MockHttpServletRequest("GET", "/backoffice/orders"));
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.isCommitted()).isTrue();
	}

	@Test
	void whatIsHereIsAnsweredHere() throws Exception {
		for (String path : List.of("/", "/cart", "/api/orders/1", "/actuator/health")) {
			MockFilterChain chain = new MockFilterChain();
			filter().doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), chain);
			assertThat(chain.getRequest()).as(path).isNotNull();
		}
		assertThat(this.received).isNull();
	}

	private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
		request.addHeader("Host", "shop.example");
		MockHttpServletResponse response = new MockHttpServletResponse();
		CallContext.of(Duration.ofSeconds(10), Map.of()).<@Nullable Object, Exception>call(() -> {
			filter().doFilter(request, response, this.here);
			return null;
		});
		assertThat(this.here.getRequest()).isNull();
		return response;
	}

	private EdgeFilter filter() {
		JsonMapper json = new JsonMapper();
		Modules modules = Modules.ofTheHouse();
		URI address = URI.create("http://localhost:" + this.payments.getAddress().getPort());
		EdgeSettings settings = new EdgeSettings(Set.of("storefront"),
				Map.of("storefront", List.of("/**"), "backoffice", List.of("/backoffice/**")), List.of("/actuator/**"),
				Duration.ofSeconds(1));
		Topology topology = new Topology(Set.of("storefront", "orders"),
				Map.of("payments", address, "backoffice", address));
		return new EdgeFilter(new Routes(settings, modules, topology), HttpClient.newHttpClient(), json,
				new Problems(new DomainProblems(modules, json), json));
	}

	private @Nullable String received(String header) {
		return (this.received != null) ? this.received.getFirst(header) : null;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.received = exchange.getRequestHeaders();
			this.body = exchange.getRequestBody().readAllBytes();
			boolean range = "bytes=100-199".equals(received("Range"));
			byte[] answer = range ? Arrays.copyOfRange(FILM, 100, 200) : "ok".getBytes(StandardCharsets.UTF_8);
			if (range) {
				exchange.getResponseHeaders().set("Content-Range", "bytes 100-199/300000");
				exchange.getResponseHeaders().set("X-Query", exchange.getRequestURI().getRawQuery());
			}
			exchange.sendResponseHeaders(range ? 206 : 200, answer.length);
			exchange.getResponseBody().write(answer);
		}
	}

	private static HttpServer server() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
