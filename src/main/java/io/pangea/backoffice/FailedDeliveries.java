package io.pangea.backoffice;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Deliveries of events that failed, in any process. They are no module's, so they are
 * asked for as any client of the API does it: over HTTP, at the door that the page itself
 * came through, for whoever looks at it.
 */
@Component
class FailedDeliveries {

	/** Each process is given two seconds, all at the same time. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final RestClient http;

	FailedDeliveries(RestClient.Builder http) {
		var requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(LONGEST);
		this.http = http.clone().requestFactory(requests).build();
	}

	/** One of them; it is parked when there is no next attempt. */
	record Failed(UUID id, String listener, String event, String content, Instant publishedAt, int attempts,
			Instant failedAt, @Nullable Instant nextAttemptAt) {

		/** Whether it is tried again just now. */
		public boolean due() {
			return this.nextAttemptAt != null && this.nextAttemptAt.isBefore(Instant.now().plusSeconds(2));
		}

	}

	/**
	 * @param more whether there are more than are listed
	 * @param silent modules whose process did not answer
	 */
	record Found(List<Failed> items, boolean more, SortedSet<String> silent) {

		/** By listener, in the order in which they first come. */
		public SequencedMap<String, List<Failed>> byListener() {
			return this.items.stream()
				.collect(Collectors.groupingBy(Failed::listener, LinkedHashMap::new, Collectors.toList()));
		}

	}

	private record Reach(SortedSet<String> silent) {

	}

	/**
	 * @throws RejectedExecutionException when there is no answer
	 */
	Found find(String token) {
		return ask((door) -> this.http.get()
			.uri(door)
			.headers((headers) -> headers.setBearerAuth(token))
			.retrieve()
			.body(Found.class), "");
	}

	/**
	 * Has some tried again.
	 * @return modules whose process did not answer
	 * @throws RejectedExecutionException when there is no answer
	 */
	SortedSet<String> replay(Collection<UUID> ids, String token) {
		return ask((door) -> this.http.post()
			.uri(door)
			.headers((headers) -> headers.setBearerAuth(token))
			.body(Map.of("ids", ids))
			.retrieve()
			.body(Reach.class), "/replays").silent();
	}

	private static <T> T ask(Function<URI, @Nullable T> question, String path) {
		try {
			return Objects.requireNonNull(question.apply(door(path)));
		}
		catch (RestClientException ex) {
			throw new RejectedExecutionException("Failed deliveries are not to be had", ex);
		}
	}

	/** Where this request came in; what is in front of it does not matter. */
	private static URI door(String path) {
		var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
		try {
			return new URI("http", null, request.getLocalAddr(), request.getLocalPort(), "/api/deliveries" + path, null,
					null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
