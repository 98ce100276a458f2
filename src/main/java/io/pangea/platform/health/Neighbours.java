package io.pangea.platform.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The modules this process needs and does not run, and whether each of them answers. */
class Neighbours implements CompositeHealthContributor {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final Map<String, URI> addresses;

	private final Glance<Map<String, Health>> glance = new Glance<>(this::look);

	Neighbours(Map<String, URI> addresses) {
		this.addresses = new TreeMap<>(addresses);
	}

	private Map<String, Health> look() {
		Map<String, CompletableFuture<Health>> answers = this.addresses.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (it) -> look(it.getValue())));
		return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, (it) -> it.getValue().join()));
	}

	private CompletableFuture<Health> look(URI address) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
			.timeout(PATIENCE)
			.build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
			.thenApply((answer) -> (answer.statusCode() == 200) ? Health.up().build() : Missing.because("is not ready"))
			.exceptionally((ex) -> Missing.because("does not answer"));
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.addresses.containsKey(name)
				? (HealthIndicator) () -> Objects.requireNonNull(this.glance.get().get(name)) : null;
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		return this.addresses.keySet()
			.stream()
			.map((it) -> new HealthContributors.Entry(it, Objects.requireNonNull(getContributor(it))));
	}

}
