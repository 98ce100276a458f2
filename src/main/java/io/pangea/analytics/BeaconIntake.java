package io.pangea.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Takes what pages tell, if it may and if it makes sense. */
@Component
class BeaconIntake {

	/** For clocks that are fast. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	/** Those that say so; who hides it is counted. */
	private static final Pattern ROBOT = Pattern.compile(
			"bot\\b|bot/|crawl|spider|slurp|headless|lighthouse|preview|monitor|curl/|wget/|python|java|http-?client|scrap",
			Pattern.CASE_INSENSITIVE);

	private final Facts facts;

	private final Persons persons;

	private final AnalyticsSettings settings;

	private final JsonMapper json;

	BeaconIntake(Facts facts, Persons persons, AnalyticsSettings settings, JsonMapper json) {
		this.facts = facts;
		this.persons = persons;
		this.settings = settings;
		this.json = json;
	}

	/** Who calls is taken from the token, if there is one. */
	BeaconReceipt take(Beacons told, boolean objected, @Nullable String userAgent) {
		List<Beacon> beacons = told.beacons();
		for (int i = 0; i < beacons.size(); i++) {
			check(beacons.get(i), "beacons[%d].".formatted(i));
		}
		if (objected || isRobot(userAgent)) {
			return new BeaconReceipt(0, beacons.size());
		}
		UUID person = this.persons.of(AccountId.ofCaller().orElse(null));
		List<Fact> facts = new ArrayList<>();
		beacons.forEach((beacon) -> facts.add(fact(beacon, told.session(), person)));
		this.facts.add(facts);
		return new BeaconReceipt(beacons.size(), 0);
	}

	static boolean isRobot(@Nullable String userAgent) {
		return !StringUtils.hasText(userAgent) || ROBOT.matcher(userAgent).find();
	}

	private void check(Beacon beacon, String at) {
		Instant now = Instant.now();
		if (beacon.occurredAt().isAfter(now.plus(AHEAD))) {
			throw new InvalidField(at + "occurredAt", "is in the future");
		}
		if (beacon.occurredAt().isBefore(now.minus(this.settings.lateBeacon()))) {
			throw new InvalidField(at + "occurredAt", "is too long ago");
		}
		switch (beacon.type()) {
			case PRODUCT_VIEWED -> require(beacon.product(), at + "product");
			case FILM_VIEWED -> require(beacon.film(), at + "film");
			case ORDER_PLACED -> require(beacon.order(), at + "order");
			case RECOMMENDATION_SHOWN, RECOMMENDATION_CLICKED ->
				require((beacon.product() != null) ? beacon.product() : beacon.film(), at + "product");
			case PAGE_VIEWED, SEARCH_MADE, CART_FILLED, CHECKOUT_STARTED -> {
			}
		}
	}

	private static void require(@Nullable Object subject, String field) {
		if (subject == null) {
			throw new InvalidField(field, "is missing");
		}
	}

	private Fact fact(Beacon beacon, String session, @Nullable UUID person) {
		ObjectNode data = this.json.valueToTree(beacon);
		data.remove(List.of("id", "occurredAt", "type"));
		String type = "pages.%s.v1".formatted(beacon.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		return new Fact(beacon.id(), beacon.occurredAt(), type, session, person, data.toString());
	}

}
