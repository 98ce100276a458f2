package io.pangea.journeys;

import java.util.List;
import java.util.Map;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys that are about {@code recommendations}. */
interface RecommendationsJourneys extends Store {

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
		Answer similar = shop().get("/api/recommendations/products/%s?limit=50".formatted(bought)).ok();
		assertThat(reason(similar, other)).isEqualTo("OFTEN_TOGETHER " + bought);
		Answer cart = shop().get("/api/recommendations/cart?limit=50&inCart=" + bought).ok();
		assertThat(reason(cart, other)).isEqualTo("GOES_WITH_CART " + bought);
		assertThat(reason(cart, bought)).isEmpty();
		Answer guest = shop().get(mine() + "&seenProducts=" + bought).ok();
		assertThat(reason(guest, other)).isEqualTo("YOU_LOOKED_AT " + bought);
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
