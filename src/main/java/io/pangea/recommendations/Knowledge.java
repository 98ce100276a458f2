package io.pangea.recommendations;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All that recommendations are made from, in memory, as of one moment; immutable but for
 * new numbers of new items.
 *
 * @param entries by number
 * @param popular numbers of all that is shown, most popular first, then newest
 * @param together what was liked together
 * @param trained what the model says goes together
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Knowledge(Map<Item, Integer> numbers, @Nullable Entry[] entries, int[] popular, Neighbours together,
		Neighbours trained, ModelState state) {

	Optional<Integer> number(Item item) {
		return Optional.ofNullable(this.numbers.get(item));
	}

	@Nullable Entry entry(int number) {
		return (number < this.entries.length) ? this.entries[number] : null;
	}

	Knowledge with(Collection<Entry> changed) {
		int length = changed.stream().mapToInt((entry) -> entry.number() + 1).max().orElse(0);
		@Nullable Entry[] copy = Arrays.copyOf(this.entries, Math.max(length, this.entries.length));
		for (Entry entry : changed) {
			copy[entry.number()] = entry;
			this.numbers.put(entry.item(), entry.number());
		}
		int[] sorted = Stream.of(copy)
			.filter(Objects::nonNull)
			.filter(Entry::shown)
			.sorted(Comparator.comparingDouble(Entry::trend).thenComparingInt(Entry::number).reversed())
			.mapToInt(Entry::number)
			.toArray();
		return new Knowledge(this.numbers, copy, sorted, this.together, this.trained, state(this.state, sorted.length));
	}

	Knowledge together(Map<Integer, Row> rows) {
		return new Knowledge(this.numbers, this.entries, this.popular, this.together.with(rows), this.trained,
				this.state);
	}

	Knowledge trained(ModelState model, Map<Integer, Row> rows) {
		return new Knowledge(this.numbers, this.entries, this.popular, this.together, Neighbours.NONE.with(rows),
				state(model, this.popular.length));
	}

	private static ModelState state(ModelState model, int items) {
		return new ModelState(model.version(), model.trainedAt(), model.trainedItems(), model.people(),
				model.milliseconds(), items);
	}

}
