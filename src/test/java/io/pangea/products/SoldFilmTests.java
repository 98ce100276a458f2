package io.pangea.products;

import java.lang.reflect.Proxy;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.videos.VideoId;
import io.pangea.videos.VideoNotFound;
import io.pangea.videos.Videos;
import org.junit.jupiter.api.Test;

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

	private static void check(RuntimeException answer) {
		Videos videos = (Videos) Proxy.newProxyInstance(Videos.class.getClassLoader(), new Class<?>[] { Videos.class },
				(proxy, method, arguments) -> {
					throw answer;
				});
		ProductDescription it = Goods.digital(Goods.named("Film"));
		new SoldFilm(videos).check(new ProductDescription(it.sku(), it.name(), it.description(), it.category(),
				it.brand(), it.kind(), it.price(), it.images(), it.attributes(), it.translations(),
				VideoId.next().toString(), it.status()));
	}

}
