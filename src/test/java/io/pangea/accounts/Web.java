package io.pangea.accounts;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The API of accounts as a client sees it. */
record Web(RestTestClient client) {

	static Web at(int port) {
		return new Web(RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/accounts").build());
	}

	/** What came back, without what tells one moment from another. */
	record Answer(int status, String body, Map<String, String> headers) {

	}

	Answer get(String path, @Nullable String token) {
		return send(HttpMethod.GET, path, null, token);
	}

	Answer put(String path, Object body, @Nullable String token) {
		return send(HttpMethod.PUT, path, body, token);
	}

	Answer delete(String path, @Nullable String token) {
		return send(HttpMethod.DELETE, path, null, token);
	}

	Answer register(String email, String password) {
		return put("/registrations", Map.of("email", email, "password", password, "name", "Ada"), null);
	}

	Answer signIn(String email, String password) {
		return put("/session", Map.of("email", email, "password", password), null);
	}

	private Answer send(HttpMethod method, String path, @Nullable Object body, @Nullable String token) {
		RestTestClient.RequestBodySpec request = this.client.method(method).uri(path);
		if (token != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		var result = request.exchange().expectBody(String.class).returnResult();
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(result.getResponseHeaders().toSingleValueMap());
		headers.remove(HttpHeaders.DATE);
		return new Answer(result.getStatus().value(), Objects.requireNonNullElse(result.getResponseBody(), ""),
				headers);
	}

}
