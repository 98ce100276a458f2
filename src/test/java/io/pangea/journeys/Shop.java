package io.pangea.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API of a store as a client somewhere else sees it: HTTP and JSON, nothing
 * else.
 */
public final class Shop implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final String baseUrl;

	private final Duration patience;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	public Shop(String baseUrl) {
		this(baseUrl, Duration.ofSeconds(60));
	}

	/**
	 * @param patience how long an answer is waited for
	 */
	public Shop(String baseUrl, Duration patience) {
		this.baseUrl = baseUrl;
		this.patience = patience;
	}

	/** The answer was another one than it should have been. */
	static final class Refused extends AssertionError {

		private final int status;

		Refused(Answer answer) {
			super("%d %s".formatted(answer.status(), answer.body()));
			this.status = answer.status();
		}

	}

	/**
	 * Whether something failed because there was no answer, or one that the store is not
	 * able to.
	 */
	public static boolean isUnanswered(Throwable failure) {
		return failure instanceof UncheckedIOException || (failure instanceof Refused refused && refused.status >= 500);
	}

	/** What came back; the body is missing when there was none or it is not JSON. */
	public record Answer(int status, JsonNode body, Map<String, String> headers) {

		/** This answer, if its status is one of success. */
		public Answer ok() {
			if (this.status / 100 != 2) {
				throw new Refused(this);
			}
			return this;
		}

		public String text(String pointer) {
			return this.body.at(pointer).asString("");
		}

		public long number(String pointer) {
			return this.body.at(pointer).asLong(0);
		}

	}

	public String baseUrl() {
		return this.baseUrl;
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Answer post(String path, @Nullable Object body, String... headers) {
		return send("POST", path, body, headers);
	}

	public Answer put(String path, @Nullable Object body, String... headers) {
		return send("PUT", path, body, headers);
	}

	/** Sends a body as JSON; {@code headers} are names and values in turn. */
	public Answer send(String method, String path, @Nullable Object body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.baseUrl + path))
			.timeout(this.patience)
			.method(method, (body != null) ? HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))
					: HttpRequest.BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return send(request.build());
	}

	/** What is not JSON; {@code headers} as above. */
	public String text(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.baseUrl + path)).timeout(this.patience);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new AssertionError("%s: %d".formatted(path, answer.statusCode()));
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Sends anything. */
	public Answer send(HttpRequest request) {
		try {
			HttpResponse<byte[]> response = this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
			boolean json = headers.getOrDefault("Content-Type", "").contains("json") && response.body().length > 0;
			return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(),
					headers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
