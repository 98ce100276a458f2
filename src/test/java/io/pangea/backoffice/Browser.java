package io.pangea.backoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * A browser without scripts: keeps cookies, and sends the hidden fields of a page it has
 * seen.
 */
public final class Browser {

	private static final String BOUNDARY = "----of-a-form";

	private final String store;

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private Browser(int port) {
		this.store = "http://localhost:" + port;
	}

	public static Browser ofGuest(int port) {
		return new Browser(port);
	}

	/** A browser of somebody who has signed in. */
	public static Browser signedIn(int port, String token) {
		Browser browser = new Browser(port);
		browser.cookies.put("session", token);
		return browser;
	}

	/** A page as it came. */
	public record Page(int status, String text, String location) {

		/** The value of a hidden field. */
		public String hidden(String name) {
			Matcher field = Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
				.matcher(this.text);
			if (!field.find()) {
				throw new AssertionError("No field " + name + " in " + this.text);
			}
			return HtmlUtils.htmlUnescape(field.group(1));
		}

		/** What a reader sees, in one line. */
		public String words() {
			return HtmlUtils.htmlUnescape(this.text.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
		}

	}

	public Page get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.store + path)).GET());
	}

	/** Goes where an answer sends one. */
	public Page follow(Page page) {
		return get(URI.create(page.location()).getRawPath() + ((URI.create(page.location()).getRawQuery() != null)
				? "?" + URI.create(page.location()).getRawQuery() : ""));
	}

	/** Sends a form of a page, with its CSRF token. */
	public Page post(Page page, String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", page.hidden("_csrf"));
		return post(path, all);
	}

	public Page post(String path, Map<String, String> fields) {
		String form = fields.entrySet()
			.stream()
			.map((it) -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(this.store + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	/** Sends a file with a form, with the page's CSRF token. */
	Page upload(Page page, String path, Map<String, String> fields, String file) {
		StringBuilder body = new StringBuilder();
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", page.hidden("_csrf"));
		all.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
		part(body, "name=\"file\"; filename=\"goods.csv\"", file);
		body.append("--").append(BOUNDARY).append("--\r\n");
		return send(HttpRequest.newBuilder(URI.create(this.store + path))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	/** Sends a file of bytes with a form, with the page's CSRF token. */
	Page uploadBytes(Page page, String path, Map<String, String> fields, String name, byte[] file) {
		StringBuilder body = new StringBuilder();
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", page.hidden("_csrf"));
		all.forEach((field, value) -> part(body, "name=\"" + field + "\"", value));
		body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(BOUNDARY,
				name));
		return send(HttpRequest.newBuilder(URI.create(this.store + path))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(body.toString()),
					HttpRequest.BodyPublishers.ofByteArray(file),
					HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
	}

	/** Sends what a page's script would. */
	Page put(Page page, String path, String type, byte[] content) {
		return send(HttpRequest.newBuilder(URI.create(this.store + path))
			.header("Content-Type", type)
			.header("Accept", "application/json")
			.header("X-XSRF-TOKEN", page.hidden("_csrf"))
			.PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
	}

	private static void part(StringBuilder body, String disposition, String content) {
		body.append(
				"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BOUNDARY, disposition, content));
	}

	private Page send(HttpRequest.Builder request) {
		request.header("Accept", "text/html").header("Accept-Language", "en");
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((it) -> it.getKey() + "=" + it.getValue())
						.collect(Collectors.joining("; ")));
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers()
				.allValues("Set-Cookie")
				.stream()
				.flatMap((header) -> HttpCookie.parse(header).stream())
				.forEach((cookie) -> this.cookies.put(cookie.getName(), cookie.getValue()));
			return new Page(response.statusCode(), response.body(),
					response.headers().firstValue("Location").orElse(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
