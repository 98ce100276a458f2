package io.pangea.products;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.videos.VideoId;
import io.pangea.videos.VideoNotFound;
import io.pangea.videos.Videos;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** A film is looked up before it is sold, and staff is believed while nobody answers. */
class SoldFilmTests {

	@Test
	void believesStaffWhileVideosIsAway() {
		assertThatNoException().isThrownBy(() -> check(new RejectedExecutionException("away")));
	}

	@Test
	void refusesAFilmThatThereIsNot() {
		assertThatExceptionOfType(FilmUnknown.class).isThrownBy(() -> check(new VideoNotFound("x")));
	}

	@Test
	void hidesNoOtherFailure() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> check(new IllegalStateException("broken")));
	}

	/** By such an id nothing would be unlocked, and the film not be followed. */
	@Test
	void refusesAnIdThatIsNotWrittenAsIdsAre() {
		assertThatExceptionOfType(FilmUnknown.class)
			.isThrownBy(() -> check("0199C0DE-0000-7000-8000-00000000000A", new IllegalStateException("asked")));
	}

	@Test
	void leavesWhatIsNoIdToOthers() {
		for (String other : List.of("plan:monthly", "1-1-1-1-1", "0199c0de00007000800000000000000a")) {
			assertThatNoException().isThrownBy(() -> check(other, new IllegalStateException("asked")));
			assertThat(VideoId.parse(other)).isEmpty();
		}
	}

	private static void check(RuntimeException answer) {
		check(VideoId.next().toString(), answer);
	}

	private static void check(String film, RuntimeException answer) {
		Videos videos = (Videos) Proxy.newProxyInstance(Videos.class.getClassLoader(), new Class<?>[] { Videos.class },
				(proxy, method, arguments) -> {
					throw answer;
				});
		ProductDescription it = Goods.digital(Goods.named("Film"));
		new SoldFilm(videos).check(new ProductDescription(it.sku(), it.name(), it.description(), it.category(),
				it.brand(), it.kind(), it.price(), it.images(), it.attributes(), it.translations(), film, it.status()));
	}

}
