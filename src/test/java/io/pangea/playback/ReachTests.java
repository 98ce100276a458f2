package io.pangea.playback;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReachTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			0,    1000, 0,   false
			49,   1000, 0,   false
			50,   1000, 50,  false
			500,  1000, 500, false
			949,  1000, 949, false
			950,  1000, 0,   true
			1000, 1000, 0,   true
			1,    10,   1,   false
			9,    10,   9,   false
			10,   10,   0,   true
			100,  0,    0,   false
			""")
	void resumesBetweenFiveAndNinetyFivePercent(int position, int seconds, int resume, boolean through) {
		Reach reach = new Reach(position, seconds);
		assertThat(reach.resume()).isEqualTo(resume);
		assertThat(reach.through()).isEqualTo(through);
	}

	@ParameterizedTest
	@CsvSource({ "2000000000,2147483647,2000000000,false", "2147483647,2147483647,0,true" })
	void countsFilmsOfAnyLength(int position, int seconds, int resume, boolean through) {
		assertThat(new Reach(position, seconds).resume()).isEqualTo(resume);
		assertThat(new Reach(position, seconds).through()).isEqualTo(through);
	}

}
