package io.pangea.storefront;

import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser without scripts: it keeps cookies, follows redirects when told to, and sends
 * forms with the token the page before had in them.
 */
class Browser {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private final String baseUrl;

	private final String language;

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.build();

	Browser(int port, String language) {
		this.baseUrl = "http://localhost:" + port;
		this.language = language;
	}

	Browser(int port) {
		this(port, "en");
	}

	/** What came back for a path. */
	record Page(String path, int status, String body, Map<String, List<String>> headers) {

		String header(String name) {
			return String.join("\n", this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
		}

		/** Where a redirect leads to, without the host. */
		String location() {
			return header("location").replaceFirst("^http://localhost:\\d+", "");
		}

		/** The value of a hidden field. */
		String hidden(String name) {
			Matcher matcher = HIDDEN.matcher(this.body);
			while (matcher.find()) {
				if (matcher.group(1).equals(name)) {
					return matcher.group(2);
				}
			}
			throw new AssertionError("No hidden field %s on %s:%n%s".formatted(name, this.path, this.body));
		}

		/** What a reader sees, in one line. */
		String words() {
			return HtmlUtils.htmlUnescape(this.body.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
		}

		/** What all matches of a pattern have in their first group. */
		List<String> all(String pattern) {
			return Pattern.compile(pattern).matcher(this.body).results().map((it) -> it.group(1)).toList();
		}

	}

	Page get(String path, String... headers) {
		return send(HttpRequest.newBuilder(), path, headers);
	}

	/** Sends a form as it stood on a page. */
	Page submit(Page page, String action, String... fields) {
		return post(action, page.hidden("_csrf"), fields);
	}

	/** Sends a form the way htmx does. */
	Page submitAsScript(Page page, String action, String... fields) {
		return send(form(page.hidden("_csrf"), fields).header("HX-Request", "true"), action);
	}

	Page post(String path, String token, String... fields) {
		return send(form(token, fields), path);
	}

	private static HttpRequest.Builder form(String token, String... fields) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("_csrf", token));
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return HttpRequest.newBuilder()
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/x-www-form-urlencoded");
	}

	/** Follows a redirect. */
	Page follow(Page page) {
		assertThat(page.status()).as(page.path() + " " + page.body()).isBetween(302, 303);
		return get(page.location());
	}

	private Page send(HttpRequest.Builder request, String path, String... headers) {
		request.uri(URI.create(this.baseUrl + path))
			.header("Accept", "text/html")
			.header("Accept-Language", this.language);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Page(path, response.statusCode(), response.body(), response.headers().map());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
