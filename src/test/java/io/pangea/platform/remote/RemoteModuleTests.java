package io.pangea.platform.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pangea.platform.Modules;
import io.pangea.platform.identity.ModuleAuthentication;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.platform.problems.ModuleFailed;
import io.pangea.platform.problems.ModuleUnavailable;
import io.pangea.platform.problems.Problems;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How a module that does not answer, or answers nonsense, is dealt with. */
class RemoteModuleTests {

	private final MockEnvironment settings = new MockEnvironment().withProperty("pangea.calls.elsewhere.retry-delay",
			"5ms");

	private final List<Headers> requests = Collections.synchronizedList(new ArrayList<>());

	private final List<Reply> replies = Collections.synchronizedList(new ArrayList<>());

	private final HttpServer server = server();

	/** A neighbour. */
	@org.springframework.web.service.annotation.HttpExchange("/api/greetings")
	interface Greetings {

		@GetExchange
		String greeting();

		@PutExchange
		String replace();

		@PostExchange
		String add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key);

	}

	/** What the neighbour answers, and how long it takes. */
	private record Reply(int status, String type, String body, Duration delay) {

		static final Reply HELLO = new Reply(200, "text/plain", "hello", Duration.ZERO);

		static final Reply BAD_GATEWAY = new Reply(502, "text/html", "<h1>502</h1>", Duration.ZERO);

		Reply after(Duration delay) {
			return new Reply(this.status, this.type, this.body, delay);
		}

	}

	@BeforeEach
	void start() {
		this.server.createContext("/", this::reply);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		SecurityContextHolder.clearContext();
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void queriesAndKeyedCommandsAreRepeated() {
		List<Function<Greetings, String>> calls = List.of(Greetings::greeting, Greetings::replace,
				(greetings) -> greetings.add("a-key"));
		for (var call : calls) {
			this.requests.clear();
			this.replies.addAll(List.of(Reply.BAD_GATEWAY, Reply.BAD_GATEWAY, Reply.HELLO));
			assertThat(call.apply(greetings())).isEqualTo("hello");
			assertThat(this.requests).hasSize(3);
		}
	}

	@Test
	void commandWithoutKeyIsNotRepeated() {
		this.replies.add(Reply.BAD_GATEWAY);
		assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(() -> greetings().add(null));
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void moduleThatIsNotThereIsUnavailable() {
		this.server.stop(0);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> greetings().greeting())
			.withMessageContaining("elsewhere cannot be reached");
	}

	@Test
	void moduleThatTakesTooLongIsUnavailable() {
		this.settings.withProperty("pangea.calls.elsewhere.read-timeout", "200ms");
		this.replies.add(Reply.HELLO.after(Duration.ofSeconds(5)));
		long start = System.nanoTime();
		assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(() -> greetings().greeting());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void callEndsWithWhatItIsPartOf() {
		this.replies.add(Reply.HELLO.after(Duration.ofSeconds(5)));
		Greetings greetings = greetings();
		long start = System.nanoTime();
		assertThatExceptionOfType(ModuleUnavailable.class)
			.isThrownBy(() -> CallContext.of(Duration.ofSeconds(1), Map.of()).call(greetings::greeting));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
		assertThat(Long.parseLong(this.requests.getFirst().getFirst(CallContext.TIMEOUT_HEADER))).isBetween(1L, 1000L);
	}

	@Test
	void pageDoesNotWaitForAnAnswerForAsLongAsOthersDo() {
		this.settings.withProperty("pangea.calls.elsewhere.page-timeout", "200ms");
		Greetings greetings = greetings();
		CallContext page = CallContext.of(Duration.ofSeconds(30), Map.of(), true);
		this.replies.add(Reply.HELLO.after(Duration.ofSeconds(1)));
		assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(() -> page.call(greetings::greeting));
		this.replies.add(Reply.HELLO.after(Duration.ofSeconds(1)));
		assertThat(page.<String, RuntimeException>call(greetings::replace)).isEqualTo("hello");
		this.replies.add(Reply.HELLO.after(Duration.ofSeconds(1)));
		assertThat(greetings.greeting()).isEqualTo("hello");
	}

	@Test
	void afterManyFailuresNothingIsSentForAWhile() {
		this.settings.withProperty("pangea.calls.elsewhere.retries", "0")
			.withProperty("pangea.calls.elsewhere.pause", "300ms");
		Greetings greetings = greetings();
		for (int i = 0; i < 10; i++) {
			this.replies.add(Reply.BAD_GATEWAY);
			assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(greetings::greeting);
		}
		assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(greetings::greeting);
		assertThat(this.requests).hasSize(10);
		// Commands are another line.
		assertThat(greetings.replace()).isEqualTo("hello");
		Awaitility.await().ignoreExceptions().until(() -> greetings.greeting().equals("hello"));
	}

	@Test
	void bugOfAModuleIsNotItsAbsence() {
		this.replies.add(new Reply(500, "application/problem+json",
				"{\"type\":\"urn:pangea:problem:internal\",\"status\":500,\"detail\":\"Oh\"}", Duration.ZERO));
		assertThatExceptionOfType(ModuleFailed.class).isThrownBy(() -> greetings().greeting());
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void absenceOfItsNeighbourTravelsAlong() {
		this.replies.add(new Reply(503, "application/problem+json",
				"{\"type\":\"urn:pangea:problem:unavailable\",\"status\":503,\"module\":\"beyond\"}", Duration.ZERO));
		assertThatExceptionOfType(ModuleUnavailable.class).isThrownBy(() -> greetings().greeting())
			.satisfies((ex) -> assertThat(ex.module()).isEqualTo("beyond"));
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void moduleProvesWhoItIs() {
		SecurityContextHolder.getContext().setAuthentication(new ModuleAuthentication("here"));
		greetings().greeting();
		String token = this.requests.getFirst().getFirst("Authorization").substring("Bearer ".length());
		Jwt decoded = Far.TOKENS.decode(token);
		assertThat(decoded.getSubject()).isEqualTo("here");
		assertThat(decoded.getAudience()).containsExactly("elsewhere");
	}

	@Test
	void traceAndLanguageGoAlong() {
		LocaleContextHolder.setLocale(Locale.of("pt", "BR"));
		Map<String, String> trace = Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
				"baggage", "tenant=a");
		CallContext.of(Duration.ofSeconds(5), trace).call(() -> greetings().greeting());
		Headers sent = this.requests.getFirst();
		trace.forEach((name, value) -> assertThat(sent.getFirst(name)).isEqualTo(value));
		assertThat(sent.getFirst("Accept-Language")).isEqualTo("pt-BR");
	}

	private Greetings greetings() {
		JsonMapper json = JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();
		Problems problems = new Problems(new DomainProblems(Modules.ofTheHouse(), json), json);
		URI address = URI.create("http://localhost:" + this.server.getAddress().getPort());
		return new Far(address, RestClient.builder(), json, problems, this.settings).contract(Greetings.class);
	}

	private void reply(HttpExchange exchange) throws IOException {
		this.requests.add(exchange.getRequestHeaders());
		Reply reply = this.replies.isEmpty() ? Reply.HELLO : this.replies.removeFirst();
		try (exchange) {
			Thread.sleep(reply.delay());
			byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", reply.type());
			exchange.sendResponseHeaders(reply.status(), body.length);
			exchange.getResponseBody().write(body);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
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
