package io.pangea.recommendations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Ranks items for some seeds. The model speaks about the items it was trained with, what
 * was liked together about all others; then come films of the same genres, and then what
 * is popular.
 */
final class Ranking {

	/** What a cosine counts beside a weight of the model. */
	private static final float COSINE = 0.05f;

	private final Knowledge known;

	private final Predicate<Entry> welcome;

	private final int limit;

	private final Map<Integer, Suggestion> found = new LinkedHashMap<>();

	/**
	 * @param welcome what may be recommended
	 */
	Ranking(Knowledge known, Predicate<Entry> welcome, int limit) {
		this.known = known;
		this.welcome = welcome;
		this.limit = limit;
	}

	/** The strongest voice for an item, and all voices. */
	private static final class Votes {

		private float sum;

		private float most;

		private @Nullable Seed strongest;

		void add(Seed seed, float weight) {
			this.sum += weight;
			if (this.strongest == null || weight > this.most) {
				this.most = weight;
				this.strongest = seed;
			}
		}

	}

	Ranking like(List<Seed> seeds) {
		Map<Integer, Votes> votes = HashMap.newHashMap(64 * seeds.size());
		for (Seed seed : seeds) {
			vote(votes, seed);
		}
		seeds.forEach((seed) -> votes.remove(seed.item()));
		Best best = new Best(this.limit);
		votes.forEach((item, all) -> {
			if (all.sum > 0 && isWelcome(item)) {
				best.add(item, all.sum);
			}
		});
		for (int item : best.take().items()) {
			Votes all = votes.get(item);
			if (all != null && all.strongest != null) {
				suggest(item, all.strongest.code(), all.strongest.item());
			}
		}
		return this;
	}

	private void vote(Map<Integer, Votes> votes, Seed seed) {
		Row trained = this.known.trained().of(seed.item());
		for (int i = 0; i < trained.size(); i++) {
			votes.computeIfAbsent(trained.items()[i], (it) -> new Votes())
				.add(seed, seed.weight() * trained.weights()[i]);
		}
		boolean known = this.known.trained().knows(seed.item());
		Row together = this.known.together().of(seed.item());
		for (int i = 0; i < together.size(); i++) {
			int item = together.items()[i];
			if (!known || !this.known.trained().knows(item)) {
				votes.computeIfAbsent(item, (it) -> new Votes())
					.add(seed, seed.weight() * COSINE * together.weights()[i]);
			}
		}
	}

	/** Films that have genres in common with one, those with most first. */
	Ranking sameGenre(int film) {
		Entry about = this.known.entry(film);
		if (about != null && this.found.size() < this.limit && !about.genres().isEmpty()) {
			Best best = new Best(this.limit);
			for (int item : this.known.popular()) {
				Entry entry = this.known.entry(item);
				if (item != film && entry != null && !entry.genres().isEmpty() && isWelcome(item)) {
					long common = entry.genres().stream().filter(about.genres()::contains).count();
					best.add(item, (float) (common / Math.sqrt(about.genres().size() * entry.genres().size())));
				}
			}
			for (int item : best.take().items()) {
				suggest(item, Reason.Code.SAME_GENRE, film);
			}
		}
		return this;
	}

	Ranking popular() {
		for (int item : this.known.popular()) {
			if (this.found.size() >= this.limit) {
				break;
			}
			if (isWelcome(item)) {
				suggest(item, Reason.Code.POPULAR, null);
			}
		}
		return this;
	}

	private boolean isWelcome(int item) {
		Entry entry = this.known.entry(item);
		return entry != null && entry.shown() && !this.found.containsKey(item) && this.welcome.test(entry);
	}

	private void suggest(int item, Reason.Code code, @Nullable Integer about) {
		Entry entry = this.known.entry(item);
		Entry reason = (about != null) ? this.known.entry(about) : null;
		if (entry != null && this.found.size() < this.limit) {
			Boolean newest = (code == Reason.Code.POPULAR && !entry.everLiked()) ? true : null;
			this.found.put(item,
					new Suggestion(entry.item(), new Reason(code, (reason != null) ? reason.item() : null, newest)));
		}
	}

	List<Suggestion> items() {
		return new ArrayList<>(this.found.values());
	}

}
