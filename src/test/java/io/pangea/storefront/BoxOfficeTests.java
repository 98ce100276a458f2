package io.pangea.storefront;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.pangea.playback.Admission;
import io.pangea.playback.Playback;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.videos.Availability;
import io.pangea.videos.Ratings;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoxOfficeTests {

	private final ExecutorService parts = Executors.newVirtualThreadPerTaskExecutor();

	private final StorefrontSettings settings = new StorefrontSettings("USD", ZoneOffset.UTC, Duration.ofDays(1),
			Duration.ofDays(1), Duration.ofSeconds(5), Duration.ofSeconds(5), List.of("monthly"));

	@AfterEach
	void stop() {
		this.parts.close();
	}

	@Test
	void offersTheFilmAndThePlansThatShowIt() {
		WayIn way = wayInto(film(VideoAccess.SUBSCRIPTION), Admission.Ground.NOT_BOUGHT);
		assertThat(way.kind()).isEqualTo(WayIn.Kind.SUBSCRIBE);
		assertThat(way.plans()).extracting((plan) -> plan.description().filmId()).containsExactly("plan:monthly");
		assertThat(way.offers()).hasSize(1).doesNotContainAnyElementsOf(way.plans());
	}

	@Test
	void offersNoPlanThatDoesNotShowTheFilm() {
		WayIn way = wayInto(film(VideoAccess.PURCHASE), Admission.Ground.NOT_BOUGHT);
		assertThat(way.kind()).isEqualTo(WayIn.Kind.BUY);
		assertThat(way.plans()).isEmpty();
		assertThat(way.offers()).hasSize(1);
	}

	/** Whatever would sell it. */
	@ParameterizedTest
	@EnumSource(VideoAccess.class)
	void closesWhatIsAboveTheAgeLimit(VideoAccess access) {
		assertThat(wayInto(film(access), Admission.Ground.AGE_LIMIT)).isEqualTo(WayIn.closed(12));
	}

	private WayIn wayInto(Video film, Admission.Ground ground) {
		Playback playback = answering(Playback.class, "admission",
				(arguments) -> new Admission(film.id(), ground, 0, false, 12));
		ProductCatalog catalog = answering(ProductCatalog.class, "selling",
				(arguments) -> ((Set<?>) arguments[0]).stream().map(BoxOfficeTests::selling).toList());
		return new BoxOffice(playback, catalog, this.settings, new Extras(this.parts, this.settings)).wayInto(film);
	}

	private static Video film(VideoAccess access) {
		return new Video(VideoId.next(), "tides", "Tides", null, "Water comes.", Map.of(), List.of(), List.of(), 2026,
				0, access, null, new Availability(null, null, List.of()), 60, List.of(), List.of(), null, null, null,
				new Ratings(0, 0), null, null, 1);
	}

	private static Product selling(Object filmId) {
		return new Product(ProductId.next(), "tides",
				new ProductDescription("SKU-1", "Tides", "", "films", null, ProductKind.DIGITAL,
						Money.parse("USD 5.00"), List.of(), Map.of(), Map.of(), (String) filmId, ProductStatus.ACTIVE),
				null, Instant.EPOCH, 1);
	}

	/** Knows the answer to one method, by its name. */
	private static <T> T answering(Class<T> contract, String method, Function<Object[], Object> answer) {
		return contract.cast(
				Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract }, (self, called, args) -> {
					assertThat(called.getName()).isEqualTo(method);
					return answer.apply(args);
				}));
	}

}
