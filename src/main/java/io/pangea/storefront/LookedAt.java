package io.pangea.storefront;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.recommendations.Item;
import io.pangea.recommendations.ItemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * What a guest looked at last, for the browser to remember until it is closed; nothing
 * without consent. Kind and id of each, latest first, joined by dots.
 */
@Component
@RequestScope
class LookedAt {

	static final String COOKIE = "looked-at";

	private static final int MOST = 10;

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

	private final Consent consent;

	private final Shopper shopper;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	LookedAt(Consent consent, Shopper shopper, HttpServletRequest request, HttpServletResponse response) {
		this.consent = consent;
		this.shopper = shopper;
		this.request = request;
		this.response = response;
	}

	List<Item> items() {
		return counts() ? remembered().toList() : List.of();
	}

	void note(Item item) {
		if (counts()) {
			send(Stream.concat(Stream.of(item), remembered())
				.distinct()
				.limit(MOST)
				.map((it) -> it.kind().name() + "_" + it.id())
				.collect(Collectors.joining(".")), UNTIL_CLOSED);
		}
	}

	void forget() {
		send("", Duration.ZERO);
	}

	/** An account is known by what it bought and watched. */
	private boolean counts() {
		return this.consent.given() && !this.shopper.signedIn();
	}

	private Stream<Item> remembered() {
		return Cookies.words(COOKIE, this.request).limit(MOST).flatMap(LookedAt::parse);
	}

	private static Stream<Item> parse(String text) {
		try {
			int end = text.indexOf('_');
			return (end < 0) ? Stream.empty() : Stream
				.of(new Item(ItemKind.valueOf(text.substring(0, end)), UUID.fromString(text.substring(end + 1))));
		}
		catch (IllegalArgumentException ex) {
			return Stream.empty();
		}
	}

	private void send(String value, Duration age) {
		Cookies.send(COOKIE, value, age, this.request, this.response);
	}

}
