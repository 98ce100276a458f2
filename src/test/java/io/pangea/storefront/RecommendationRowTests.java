package io.pangea.storefront;

import java.util.List;

import io.pangea.products.ProductId;
import io.pangea.recommendations.Item;
import io.pangea.recommendations.Reason;
import io.pangea.recommendations.Suggestion;
import io.pangea.recommendations.Suggestions;
import io.pangea.storefront.RecommendationRow.Draft;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecommendationRowTests {

	private final Suggestion liked = new Suggestion(Item.of(ProductId.next()), new Reason(Reason.Code.POPULAR, null));

	private final Suggestion fresh = new Suggestion(Item.of(ProductId.next()),
			new Reason(Reason.Code.POPULAR, null, true));

	@Test
	void isCalledPopularOnlyForWhatSomebodyLikes() {
		assertThat(row(false, this.liked).name()).isEqualTo("popular");
		assertThat(row(false, this.fresh).name()).isEqualTo("newest");
		assertThat(row(false, this.liked, this.fresh).name()).isEqualTo("popular-and-newest");
		assertThat(row(true, this.fresh).name()).isEqualTo("mine");
	}

	private static Draft row(boolean personal, Suggestion... items) {
		return Draft.of("mine", "home", new Suggestions(List.of(items), personal, 0));
	}

}
