package io.pangea.storefront;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.playback.Admission;
import io.pangea.playback.Playback;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says how somebody gets to see a film: right away, or by buying what opens it. */
@Component
class BoxOffice {

	private static final String PLAN = "plan:";

	private final Playback playback;

	private final ProductCatalog catalog;

	private final StorefrontSettings settings;

	private final Extras extras;

	BoxOffice(Playback playback, ProductCatalog catalog, StorefrontSettings settings, Extras extras) {
		this.playback = playback;
		this.catalog = catalog;
		this.settings = settings;
		this.extras = extras;
	}

	WayIn wayInto(Video film) {
		Optional<Admission> asked = this.extras.ask("playback", () -> this.playback.admission(film.id()));
		return asked.map((admission) -> switch (admission.ground()) {
			case FREE, BOUGHT, SUBSCRIPTION -> WayIn.watch(admission.position());
			case AGE_LIMIT -> WayIn.closed(admission.maximumAge());
			case NOT_BOUGHT -> sold(film);
		}).orElseGet(WayIn::unknown);
	}

	private WayIn sold(Video film) {
		Set<String> wanted = Stream
			.concat(Stream.of(film.id().toString()),
					(film.access() == VideoAccess.SUBSCRIPTION)
							? this.settings.plans().stream().map((code) -> PLAN + code) : Stream.empty())
			.collect(Collectors.toSet());
		Optional<List<Product>> asked = this.extras.ask("products", () -> this.catalog.selling(wanted));
		return asked.map((found) -> WayIn.sold(found.stream().filter((it) -> !sellsPlan(it)).toList(),
				found.stream().filter(BoxOffice::sellsPlan).toList()))
			.orElseGet(WayIn::unknown);
	}

	private static boolean sellsPlan(Product product) {
		return isPlan(product.description().filmId());
	}

	/** Whether what a product sells is a subscription. */
	static boolean isPlan(@Nullable String filmId) {
		return filmId != null && filmId.startsWith(PLAN);
	}

}
