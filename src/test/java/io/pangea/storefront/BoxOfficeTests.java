package io.pangea.storefront;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pangea.playback.Admission;
import io.pangea.playback.Playback;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductNotFound;
import io.pangea.videos.Availability;
import io.pangea.videos.Ratings;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoxOfficeTests {

	private final Video film = new Video(VideoId.next(), "tides", "Tides", null, "Water comes.", Map.of(), List.of(),
			List.of(), 2026, 0, VideoAccess.PURCHASE, null, new Availability(null, null, List.of()), 60, List.of(),
			List.of(), null, null, null, new Ratings(0, 0), null, null, 1);

	private final ExecutorService parts = Executors.newVirtualThreadPerTaskExecutor();

	private final StorefrontSettings settings = new StorefrontSettings("USD", ZoneOffset.UTC, Duration.ofDays(1),
			Duration.ofDays(1), Duration.ofSeconds(5), Duration.ofSeconds(5), List.of("monthly"));

	@AfterEach
	void stop() {
		this.parts.close();
	}

	/** They take the address for that of a product. */
	@Test
	void saysThatItDoesNotKnowWhatSellsAFilmBesideProductsOfBeforeThereWereFilms() {
		Extras extras = new Extras(this.parts, this.settings);
		Playback playback = answering(Playback.class,
				Map.of("admission", new Admission(this.film.id(), Admission.Ground.NOT_BOUGHT, 0, false, null)));
		ProductCatalog catalog = answering(ProductCatalog.class, Map.of("selling", new ProductNotFound("by-film")));
		WayIn way = new BoxOffice(playback, catalog, this.settings, extras).wayInto(this.film);
		assertThat(way.kind()).isEqualTo(WayIn.Kind.UNKNOWN);
		assertThat(extras.missing()).containsExactly("products");
	}

	/** Whatever would sell it. */
	@Test
	void closesWhatIsAboveTheAgeLimit() {
		Playback playback = answering(Playback.class,
				Map.of("admission", new Admission(this.film.id(), Admission.Ground.AGE_LIMIT, 0, false, 12)));
		ProductCatalog catalog = answering(ProductCatalog.class, Map.of("selling", List.of()));
		WayIn way = new BoxOffice(playback, catalog, this.settings, new Extras(this.parts, this.settings))
			.wayInto(this.film);
		assertThat(way).isEqualTo(WayIn.closed(12));
	}

	/** Answers or throws what is said by the name of the method. */
	private static <T> T answering(Class<T> contract, Map<String, Object> answers) {
		return contract.cast(
				Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract }, (self, method, args) -> {
					Object answer = answers.get(method.getName());
					if (answer instanceof Throwable failure) {
						throw failure;
					}
					return answer;
				}));
	}

}
