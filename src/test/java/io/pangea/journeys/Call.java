package io.pangea.journeys;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * A call of an endpoint, well-formed to begin with (though what it names does not exist),
 * of which single parts can then be spoiled.
 */
record Call(Endpoint endpoint, Map<String, String> path, Map<String, String> query, Map<String, String> headers,
		@Nullable BodyPublisher body) {

	private static final String FORM = """
			--edge\r
			Content-Disposition: form-data; name="file"; filename="goods.csv"\r
			Content-Type: text/csv\r
			\r
			sku,name,price,currency\r
			--edge--\r
			""";

	static Call of(Endpoint endpoint) {
		Map<String, String> path = new LinkedHashMap<>();
		endpoint.parameters(PathVariable.class).forEach((it) -> path.put(it.getName(), segment(it.getType())));
		Map<String, String> query = new LinkedHashMap<>();
		endpoint.parameters(RequestParam.class)
			.stream()
			.filter(Call::needed)
			.forEach((it) -> query.put(it.getName(), valid(it)));
		Map<String, String> headers = new LinkedHashMap<>();
		endpoint.parameters(RequestHeader.class).forEach((it) -> headers.put(name(it), valid(it)));
		if (!endpoint.parameters(RequestPart.class).isEmpty()) {
			headers.put("Content-Type", "multipart/form-data; boundary=edge");
			return new Call(endpoint, path, query, headers, BodyPublishers.ofString(FORM));
		}
		if (endpoint.parameters(RequestBody.class).isEmpty()) {
			return new Call(endpoint, path, query, headers, null);
		}
		if (endpoint.takesStream()) {
			headers.put("Content-Type", endpoint.contentType());
			return new Call(endpoint, path, query, headers, BodyPublishers.ofString("some bytes"));
		}
		headers.put("Content-Type", "application/json");
		return new Call(endpoint, path, query, headers, BodyPublishers.ofString(Bodies.valid(endpoint).toString()));
	}

	private static String segment(Class<?> type) {
		return type.equals(String.class) ? "some" : type.equals(int.class) ? "1" : unknown();
	}

	private static boolean needed(Parameter parameter) {
		RequestParam param = parameter.getAnnotation(RequestParam.class);
		return param.required() && param.defaultValue().equals(ValueConstants.DEFAULT_NONE);
	}

	/** What a parameter is called on the wire. */
	static String name(Parameter parameter) {
		RequestHeader header = parameter.getAnnotation(RequestHeader.class);
		return (header != null) ? StringUtils.hasText(header.name()) ? header.name() : header.value()
				: parameter.getName();
	}

	private static String valid(Parameter parameter) {
		return switch (name(parameter)) {
			case "country" -> "US";
			case "If-Match" -> "\"0\"";
			case "approved" -> "true";
			case "quantity", "onHand" -> "1";
			case "offset" -> "0";
			default -> unknown();
		};
	}

	private static String unknown() {
		return UUID.randomUUID().toString();
	}

	Call path(String name, String value) {
		return new Call(this.endpoint, with(this.path, name, value), this.query, this.headers, this.body);
	}

	Call query(String name, @Nullable String value) {
		return new Call(this.endpoint, this.path, with(this.query, name, value), this.headers, this.body);
	}

	Call header(String name, @Nullable String value) {
		return new Call(this.endpoint, this.path, this.query, with(this.headers, name, value), this.body);
	}

	Call body(String text) {
		return body(BodyPublishers.ofString(text));
	}

	Call body(BodyPublisher other) {
		return new Call(this.endpoint, this.path, this.query, this.headers, other);
	}

	private static Map<String, String> with(Map<String, String> map, String name, @Nullable String value) {
		Map<String, String> copy = new LinkedHashMap<>(map);
		copy.remove(name);
		if (value != null) {
			copy.put(name, value);
		}
		return copy;
	}

	/** The request, with a method of HTTP that may be another than the endpoint's. */
	HttpRequest request(String baseUrl, String verb) {
		String address = this.endpoint.path();
		for (Map.Entry<String, String> variable : this.path.entrySet()) {
			address = address.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
		}
		String parameters = this.query.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + encoded(it.getValue()))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(baseUrl + address + (parameters.isEmpty() ? "" : "?" + parameters)))
			.method(verb, (this.body != null) ? this.body : BodyPublishers.noBody());
		this.headers.forEach(request::header);
		return request.build();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
