package io.pangea.analytics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Roll-ups, summed up over the periods of a report. */
record Sums(Map<Integer, List<Sum>> byPeriod) {

	static Sums of(List<Sum> sums) {
		return new Sums(sums.stream().collect(Collectors.groupingBy(Sum::period)));
	}

	List<String> keys() {
		return this.byPeriod.values().stream().flatMap(List::stream).map(Sum::key).distinct().sorted().toList();
	}

	long times(int period, String measure) {
		return sum(of(period, measure), Sum::times);
	}

	long total(int period, String measure) {
		return sum(of(period, measure), Sum::total);
	}

	long times(int period, String measure, String key) {
		return sum(of(period, measure).filter((sum) -> sum.key().equals(key)), Sum::times);
	}

	long total(int period, String measure, String key) {
		return sum(of(period, measure).filter((sum) -> sum.key().equals(key)), Sum::total);
	}

	/** The smallest number that so many of a hundred are not above (nearest rank). */
	@Nullable Integer percentile(int period, String measure, int percent) {
		long rank = Math.ceilDiv(times(period, measure) * percent, 100L);
		long seen = 0;
		for (Sum sum : of(period, measure).sorted(Comparator.comparingInt(Sum::number)).toList()) {
			seen += sum.times();
			if (seen >= rank) {
				return sum.number();
			}
		}
		return null;
	}

	private Stream<Sum> of(int period, String measure) {
		return this.byPeriod.getOrDefault(period, List.of()).stream().filter((sum) -> sum.measure().equals(measure));
	}

	private static long sum(Stream<Sum> sums, ToLongFunction<Sum> part) {
		return sums.mapToLong(part).sum();
	}

	/**
	 * One measure of one period.
	 *
	 * @param period its place in the timeline
	 */
	record Sum(int period, String measure, String key, long times, long total) {

		int number() {
			return Integer.parseInt(this.key);
		}

	}

}
