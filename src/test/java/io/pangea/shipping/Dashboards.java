package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that the dashboard and the alerts ask for, and those that processes show.
 */
public final class Dashboards {

	static final Path DASHBOARD = Path.of("docker/observability/grafana/dashboards/pangea.json");

	static final Path ALERTS = Path.of("docker/observability/alerts.yaml");

	/** By convention each metric stands before braces, which nothing else does. */
	private static final Pattern ASKED = Pattern.compile("\\b([a-z][a-z0-9_]+)\\{");

	private static final Pattern SHOWN = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");

	/** What Prometheus makes by itself. */
	private static final Set<String> OWN = Set.of("up");

	private Dashboards() {
	}

	public static Set<String> metricsAskedFor() {
		return Stream.of(DASHBOARD, ALERTS)
			.map(Dashboards::text)
			.flatMap((text) -> ASKED.matcher(text).results())
			.map((found) -> found.group(1))
			.filter((name) -> !OWN.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What a process shows to one that brings the token. */
	public static Set<String> metricsOf(String url, String token) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
				.header("Authorization", "Bearer " + token)
				.build();
			HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new AssertionError("Metrics of %s: %d".formatted(url, answer.statusCode()));
			}
			return SHOWN.matcher(answer.body())
				.results()
				.map((MatchResult found) -> found.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
