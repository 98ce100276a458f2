package io.pangea.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys that are about {@code recommendations}. */
interface RecommendationsJourneys extends Store {

	String BECAUSE_YOU_WATCHED = "/api/recommendations/watched?limit=50";

	@Test
	default void whatIsBoughtTogetherIsRecommendedTogether() {
		assumeTrue(has("recommendations"));
		String bought = staff().sells("PHYSICAL", 1000, 10);
		String other = staff().sells("PHYSICAL", 1200, 10);
		buyTogether(Buyer.guest(shop()), bought, other);
		Buyer member = Buyer.member(shop());
		assertThat(reason(member.get(mine()).ok(), other)).isNotEqualTo("YOU_BOUGHT");
		buyTogether(member, bought);
		Awaitility.await().untilAsserted(() -> {
			Answer mine = member.get(mine()).ok();
			assertThat(reason(mine, other)).isEqualTo("YOU_BOUGHT " + bought);
			assertThat(reason(mine, bought)).isEmpty();
		});
		// Of several instances each learns of it in its own time.
		Awaitility.await().untilAsserted(() -> {
			Answer similar = shop().get("/api/recommendations/products/%s?limit=50".formatted(bought)).ok();
			assertThat(reason(similar, other)).isEqualTo("OFTEN_TOGETHER " + bought);
			Answer cart = shop().get("/api/recommendations/cart?limit=50&inCart=" + bought).ok();
			assertThat(reason(cart, other)).isEqualTo("GOES_WITH_CART " + bought);
			assertThat(reason(cart, bought)).isEmpty();
			Answer guest = shop().get(mine() + "&seenProducts=" + bought).ok();
			assertThat(reason(guest, other)).isEqualTo("YOU_LOOKED_AT " + bought);
		});
	}

	@Test
	default void whoOptsOutIsRecommendedWhatIsPopular() {
		assumeTrue(has("recommendations"));
		String bought = staff().sells("PHYSICAL", 1000, 10);
		String other = staff().sells("PHYSICAL", 1200, 10);
		buyTogether(Buyer.guest(shop()), bought, other);
		Buyer member = Buyer.member(shop());
		assertThat(member.put("/api/recommendations/opt-out?optedOut=true", Map.of())
			.ok()
			.body()
			.at("/optedOut")
			.asBoolean()).isTrue();
		buyTogether(member, bought);
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					reason(shop().get("/api/recommendations/products/%s?limit=50".formatted(bought)).ok(), other))
				.startsWith("OFTEN_TOGETHER"));
		Answer mine = member.get(mine()).ok();
		assertThat(mine.body().at("/personal").asBoolean()).isFalse();
		assertThat(reasons(mine)).isNotEmpty().allMatch("POPULAR"::equals);
		assertThat(member.get("/api/recommendations/opt-out").ok().body().at("/optedOut").asBoolean()).isTrue();
	}

	@Test
	default void whoWatchedThreeFilmsIsRecommendedAnotherAndToldWhy() {
		assumeTrue(has("recommendations") && has("playback"));
		String name = UUID.randomUUID().toString();
		List<String> films = Stream.of("Low tide", "Slack water", "High tide", "Moonrise")
			.map((title) -> staff().shows(title + " " + name, "FREE", 0, Reel.OF_TWO_SECONDS))
			.toList();
		String another = films.getLast();
		Buyer neighbour = Buyer.member(shop());
		films.forEach(neighbour::watches);
		Buyer member = Buyer.member(shop());
		Answer before = member.get(mine()).ok();
		assertThat(before.body().at("/personal").asBoolean()).isFalse();
		assertThat(member.get(BECAUSE_YOU_WATCHED).ok().body()).isEmpty();
		assertThat(member.reads("/")).doesNotContain("Because you watched");
		films.stream().limit(3).forEach(member::watches);
		Awaitility.await().untilAsserted(() -> {
			Answer mine = member.get(mine()).ok();
			assertThat(mine.body().at("/personal").asBoolean()).isTrue();
			assertThat(reason(mine, another)).startsWith("YOU_WATCHED ");
			assertThat(films.subList(0, 3)).allSatisfy((film) -> assertThat(reason(mine, film)).isEmpty());
			assertThat(member.get(BECAUSE_YOU_WATCHED).ok().body().findValuesAsString("film")).contains(films.get(2));
		});
		Awaitility.await()
			.untilAsserted(() -> assertThat(member.reads("/")).contains("Because you watched “High tide " + name)
				.contains("/films/moonrise-" + name));
	}

	private static String mine() {
		return "/api/recommendations/mine?limit=50";
	}

	private static void buyTogether(Buyer buyer, String... products) {
		for (String product : products) {
			buyer.add(product, 1).ok();
		}
		String order = buyer.order("tok_success").ok().text("/id");
		assertThat(buyer.settled(order).text("/status")).isEqualTo("CONFIRMED");
	}

	/** Why a product is recommended; empty when it is not. */
	private static String reason(Answer suggestions, String product) {
		for (JsonNode item : suggestions.body().get("items")) {
			if (item.at("/item/id").asString().equals(product)) {
				return (item.at("/reason/code").asString() + " " + item.at("/reason/about/id").asString("")).strip();
			}
		}
		return "";
	}

	private static List<String> reasons(Answer suggestions) {
		return suggestions.body().get("items").findValuesAsString("code");
	}

}
