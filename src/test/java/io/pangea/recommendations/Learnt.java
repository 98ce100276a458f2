package io.pangea.recommendations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/**
 * What the store would have in memory after some counts of likes, with its own settings.
 */
final class Learnt {

	static final RecommendationSettings SETTINGS = Binder.get(new MockEnvironment())
		.bindOrCreate("pangea.recommendations", RecommendationSettings.class);

	private Learnt() {
	}

	/**
	 * @param trained whether with a model, or with what was liked together only
	 */
	static Knowledge from(int[][] counts, boolean trained) {
		Knowledge known = empty().with(entries(counts)).together(together(counts));
		return trained ? known.trained(new ModelState(1, Instant.EPOCH, 0, 0, 0, 0), train(counts)) : known;
	}

	static Knowledge empty() {
		return new Knowledge(new ConcurrentHashMap<>(), new Entry[0], new int[0], Neighbours.NONE, Neighbours.NONE,
				new ModelState(0, null, 0, 0, 0, 0));
	}

	private static List<Entry> entries(int[][] counts) {
		List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			entries.add(entry(i, ItemKind.FILM, counts[i][i]));
		}
		return entries;
	}

	static Entry entry(int number, ItemKind kind, int people) {
		return new Entry(number, new Item(kind, new UUID(0, number)), true, 0, Set.of(), people,
				Math.log(people) / Math.log(2), Instant.EPOCH);
	}

	private static Map<Integer, Row> together(int[][] counts) {
		Map<Integer, Row> rows = new HashMap<>();
		Best best = new Best(SETTINGS.neighbours());
		for (int a = 0; a < counts.length; a++) {
			for (int b = 0; b < counts.length; b++) {
				if (a != b && counts[a][b] > 0) {
					best.add(b, Cosine.of(counts[a][b], counts[a][a], counts[b][b]));
				}
			}
			rows.put(a, best.take());
		}
		return rows;
	}

	private static Map<Integer, Row> train(int[][] counts) {
		RecommendationSettings.Training training = SETTINGS.training();
		int[] items = IntStream.range(0, counts.length)
			.filter((i) -> counts[i][i] > 1)
			.boxed()
			.sorted(Comparator.comparingInt((Integer i) -> -counts[i][i]))
			.limit(training.items())
			.mapToInt(Integer::intValue)
			.toArray();
		Ease ease = new Ease(items);
		for (int a : items) {
			for (int b : items) {
				ease.count(a, b, counts[a][b]);
			}
		}
		return ease.train(training.regularisation(), training.neighbours());
	}

}
