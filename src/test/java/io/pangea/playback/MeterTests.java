package io.pangea.playback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeterTests {

	private static final long HOUR = 3_600_000;

	private static Beat beat(int position, int watched, @Nullable Integer startup, int stalls, long stalled) {
		return new Beat(watched * 1000L, position, watched, startup, stalls, stalled);
	}

	/** Ten seconds each, with a jump ahead, a jump back and two stalls. */
	private static List<Beat> beats() {
		return List.of(beat(10, 10, 240, 0, 0), beat(20, 20, 240, 1, 700), beat(530, 30, 240, 1, 700),
				beat(540, 40, 240, 2, 900), beat(115, 50, 240, 2, 900));
	}

	private static Meter together(List<Integer> numbers) {
		Meter meter = Meter.at(0);
		for (int number : numbers) {
			meter = meter.with(number, beats().get(number - 1), 600, HOUR);
		}
		return meter;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void countsEachBeatOnceInWhateverOrderTheyCome(long seed) {
		List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 1, 3, 5, 5, 2));
		Collections.shuffle(numbers, new Random(seed));
		assertThat(together(numbers)).isEqualTo(new Meter(5, 115, 50, 540, 240, 2, 900));
	}

	@Test
	void losesNothingWithALostBeat() {
		assertThat(together(List.of(1, 4, 5))).isEqualTo(together(List.of(1, 2, 3, 4, 5)));
	}

	@Test
	void standsWhereTheHighestBeatSays() {
		Meter meter = Meter.at(0)
			.with(2, beat(50, 20, null, 0, 0), 600, HOUR)
			.with(1, beat(300, 10, 90, 0, 0), 600, HOUR);
		assertThat(meter.position()).isEqualTo(50);
		assertThat(meter.furthest()).isEqualTo(300);
		assertThat(meter.startup()).isEqualTo(90);
	}

	@Test
	void believesNobodyToWatchFasterThanFilmsCanBePlayed() {
		Meter meter = Meter.at(0).with(1, beat(700, 100_000, 90, 0, HOUR), 600, 10_000);
		assertThat(meter.position()).isEqualTo(600);
		assertThat(meter.watched()).isEqualTo(41);
		assertThat(meter.stalled()).isEqualTo(10_000);
	}

}
