package io.pangea.recommendations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankingTests {

	/** Items 0 to 4 of which 0 is the most liked one; 3 is withdrawn. */
	private final Knowledge known = Learnt.empty()
		.with(IntStream.range(0, 5)
			.mapToObj((number) -> new Entry(number, Learnt.entry(number, ItemKind.FILM, 1).item(), number != 3, 0,
					(number < 2) ? Set.of("DRAMA") : Set.of(), 5, 10 - number, Instant.EPOCH))
			.toList());

	@Test
	void namesTheStrongestReason() {
		Knowledge taught = this.known.together(Map.of(0, new Row(new int[] { 2 }, new float[] { .5f }), 1,
				new Row(new int[] { 2 }, new float[] { 1 })));
		List<Suggestion> items = new Ranking(taught, (it) -> true, 5)
			.like(List.of(new Seed(0, 1, Reason.Code.YOU_BOUGHT), new Seed(1, 1, Reason.Code.YOU_WATCHED)))
			.items();
		assertThat(items).singleElement()
			.isEqualTo(new Suggestion(item(2), new Reason(Reason.Code.YOU_WATCHED, item(1))));
	}

	@Test
	void believesTheModelAboutWhatItKnowsAndTheCountsAboutTheRest() {
		ModelState model = new ModelState(7, null, 2, 1, 1, 0);
		Knowledge taught = this.known.together(Map.of(0, new Row(new int[] { 1, 4 }, new float[] { 1, .1f })))
			.trained(model, Map.of(0, new Row(new int[] { 2 }, new float[] { .1f }), 1, Row.EMPTY, 2, Row.EMPTY));
		assertThat(new Ranking(taught, (it) -> true, 5).like(List.of(new Seed(0, 1, Reason.Code.YOU_BOUGHT))).items())
			.extracting(Suggestion::item)
			.containsExactly(item(2), item(4));
	}

	@Test
	void leavesOutWhatIsWithdrawnOrUnwelcomeAndFillsWithWhatIsPopular() {
		Knowledge taught = this.known.together(Map.of(0, new Row(new int[] { 3, 4 }, new float[] { 1, 1 })));
		assertThat(new Ranking(taught, (entry) -> entry.number() != 0 && entry.number() != 4, 5)
			.like(List.of(new Seed(0, 1, Reason.Code.YOU_BOUGHT)))
			.popular()
			.items()).extracting(Suggestion::item).containsExactly(item(1), item(2));
	}

	@Test
	void tellsWhatIsMerelyNewFromWhatIsPopular() {
		Knowledge some = this.known
			.with(List.of(new Entry(1, item(1), true, 0, Set.of(), 0, Double.NEGATIVE_INFINITY, Instant.EPOCH)));
		List<Suggestion> items = new Ranking(some, (it) -> it.number() < 2, 5).popular().items();
		assertThat(items).containsExactly(new Suggestion(item(0), new Reason(Reason.Code.POPULAR, null)),
				new Suggestion(item(1), new Reason(Reason.Code.POPULAR, null, true)));
	}

	@Test
	void goesOnWithFilmsOfTheSameGenre() {
		assertThat(new Ranking(this.known, (entry) -> true, 5).sameGenre(0).items()).singleElement()
			.isEqualTo(new Suggestion(item(1), new Reason(Reason.Code.SAME_GENRE, item(0))));
	}

	@Test
	void letsWhatWasLikedLatelyCountMore() {
		List<Seed> seeds = Seed.fading(
				IntStream.range(0, 60).mapToObj((number) -> new Seed.Cause(number, Reason.Code.YOU_BOUGHT)).toList());
		assertThat(seeds).hasSize(Seed.MOST).isSortedAccordingTo((a, b) -> Float.compare(b.weight(), a.weight()));
		assertThat(seeds.getFirst().weight()).isEqualTo(1);
		assertThat(seeds.getLast().weight()).isGreaterThan(0);
	}

	@Test
	void keepsTheBestOfMany() {
		Best best = new Best(2);
		IntStream.range(0, 1000).forEach((item) -> best.add(item, (item * 7) % 1000));
		best.add(5000, -1);
		Row row = best.take();
		assertThat(row.weights()).containsExactly(999, 998);
		assertThat(row.items()).containsExactly(857, 714);
		assertThat(best.take().size()).isZero();
	}

	/** By hand: of G + λI = [[3, 1], [1, 2]] the inverse is [[2, −1], [−1, 3]] / 5. */
	@Test
	void trainsWhatTheFormulaSays() {
		Ease ease = new Ease(10, 20);
		ease.count(10, 10, 2);
		ease.count(20, 20, 1);
		ease.count(20, 10, -1);
		assertThat(ease.train(1, 5).get(10))
			.satisfies((row) -> assertThat(row.weights()[0]).isCloseTo(-1 / 3f, within(1e-6f)));
		Ease again = new Ease(10, 20);
		again.count(10, 10, 2);
		again.count(20, 20, 1);
		again.count(20, 10, 1);
		again.count(20, 30, 1);
		Map<Integer, Row> rows = again.train(1, 5);
		assertThat(rows.get(10)).satisfies((row) -> assertThat(row.items()).containsExactly(20))
			.satisfies((row) -> assertThat(row.weights()[0]).isCloseTo(1 / 3f, within(1e-6f)));
		assertThat(rows.get(20)).satisfies((row) -> assertThat(row.weights()[0]).isCloseTo(1 / 2f, within(1e-6f)));
	}

	private static Item item(int number) {
		return Learnt.entry(number, ItemKind.FILM, 1).item();
	}

}
