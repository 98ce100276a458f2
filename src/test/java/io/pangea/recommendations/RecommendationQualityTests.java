package io.pangea.recommendations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Foretells the last thing that real people liked from those before, by what the store
 * would recommend and, beside it, by what is popular and by plain item–item cosine. All
 * is known but the last one of each; the tables go to
 * {@code target/recommendations/*.md}.
 */
class RecommendationQualityTests {

	private static final int TOP = 10;

	/** Recall and normalised discounted cumulative gain among the first ten. */
	private record Quality(double recall, double gain) {

	}

	@Test
	void foretellsWhatViewersLikeNext() throws IOException {
		assumeTrue(Files.exists(Histories.RATINGS), "The ratings are not here: " + Histories.RATINGS);
		Map<String, Quality> table = table("viewers", Histories.ofViewers());
		double served = recall(table, "served");
		assertThat(served).isGreaterThan(0.105)
			.isGreaterThanOrEqualTo(2.5 * recall(table, "popularity"))
			.isGreaterThanOrEqualTo(1.15 * recall(table, "cosine"));
	}

	@Test
	void foretellsWhatComesIntoTheBasketNext() throws IOException {
		assumeTrue(Files.exists(Histories.INVOICES), "The retail data is not here: " + Histories.INVOICES);
		Map<String, Quality> table = table("baskets", Histories.ofBaskets());
		double served = recall(table, "served");
		assertThat(served).isGreaterThan(0.24)
			.isGreaterThanOrEqualTo(2.5 * recall(table, "popularity"))
			.isGreaterThanOrEqualTo(1.15 * recall(table, "cosine"));
	}

	private static double recall(Map<String, Quality> table, String name) {
		return Objects.requireNonNull(table.get(name)).recall();
	}

	private static Map<String, Quality> table(String name, Histories histories) throws IOException {
		int[][] counts = histories.counts(Learnt.SETTINGS.likes());
		Knowledge known = Learnt.from(counts, true);
		Knowledge untrained = Learnt.from(counts, false);
		Map<String, Quality> table = new LinkedHashMap<>();
		table.put("popularity", measure(histories, (before) -> served(known, List.of(), before)));
		table.put("cosine", measure(histories, (before) -> cosine(counts, before)));
		table.put("served before a model is trained",
				measure(histories, (before) -> served(untrained, seeds(before), before)));
		table.put("served, all that is known counted alike",
				measure(histories, (before) -> served(known, alike(before), before)));
		table.put("served", measure(histories, (before) -> served(known, seeds(before), before)));
		write(name, histories, table);
		return table;
	}

	private static List<Seed> seeds(List<Integer> before) {
		return Seed.fading(causes(before));
	}

	private static List<Seed> alike(List<Integer> before) {
		return causes(before).stream().map((cause) -> new Seed(cause.item(), 1, cause.code())).toList();
	}

	private static List<Seed.Cause> causes(List<Integer> before) {
		return before.reversed().stream().map((item) -> new Seed.Cause(item, Reason.Code.YOU_WATCHED)).toList();
	}

	/** As the store ranks. */
	private static List<Integer> served(Knowledge known, List<Seed> seeds, List<Integer> before) {
		Set<Integer> had = new HashSet<>(before);
		return new Ranking(known, (entry) -> !had.contains(entry.number()), TOP).like(seeds)
			.popular()
			.items()
			.stream()
			.map((it) -> (int) it.item().id().getLeastSignificantBits())
			.toList();
	}

	/** Of all pairs, without anything of ours. */
	private static List<Integer> cosine(int[][] counts, List<Integer> before) {
		double[] scores = new double[counts.length];
		for (int a : before) {
			for (int b = 0; b < counts.length; b++) {
				if (counts[a][b] > 0) {
					scores[b] += counts[a][b] / Math.sqrt((double) counts[a][a] * counts[b][b]);
				}
			}
		}
		Set<Integer> had = new HashSet<>(before);
		return IntStream.range(0, scores.length)
			.filter((item) -> !had.contains(item))
			.boxed()
			.sorted(Comparator.comparingDouble((Integer item) -> -scores[item]))
			.limit(TOP)
			.toList();
	}

	private static Quality measure(Histories histories, Function<List<Integer>, List<Integer>> recommender) {
		int hits = 0;
		double gain = 0;
		for (List<Integer> history : histories.foretold()) {
			int rank = recommender.apply(Histories.known(history)).indexOf(history.getLast());
			if (rank >= 0) {
				hits++;
				gain += Math.log(2) / Math.log(rank + 2);
			}
		}
		double all = histories.foretold().size();
		return new Quality(hits / all, gain / all);
	}

	private static void write(String name, Histories histories, Map<String, Quality> table) throws IOException {
		Quality popularity = Objects.requireNonNull(table.get("popularity"));
		Quality cosine = Objects.requireNonNull(table.get("cosine"));
		StringBuilder text = new StringBuilder(
				"%d histories, %d items%n%n| | Recall@10 | NDCG@10 | × popularity | × cosine |%n|---|---|---|---|---|%n"
					.formatted(histories.foretold().size(), histories.items()));
		table.forEach((what, it) -> text.append("| %s | %.4f | %.4f | %.2f | %.2f |%n".formatted(what, it.recall(),
				it.gain(), it.recall() / popularity.recall(), it.recall() / cosine.recall())));
		Path directory = Files.createDirectories(Path.of("target", "recommendations"));
		Files.writeString(directory.resolve(name.toLowerCase(Locale.ROOT) + ".md"), text);
	}

}
