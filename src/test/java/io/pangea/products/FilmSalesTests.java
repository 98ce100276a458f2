package io.pangea.products;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.testing.StoreTest;
import io.pangea.videos.Availability;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoDescription;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;
import io.pangea.videos.Videos;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class FilmSalesTests {

	@Autowired
	ProductCatalog catalog;

	@Autowired
	Videos videos;

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void refusesToSellAFilmThatThereIsNot() {
		assertThatExceptionOfType(FilmUnknown.class).isThrownBy(() -> sell(VideoId.next().toString()));
		Product product = sell(film().toString());
		assertThatExceptionOfType(FilmUnknown.class).isThrownBy(() -> Goods.asStaff(() -> this.catalog
			.update(product.id(), selling(product.description(), VideoId.next().toString()), "\"1\"")));
	}

	@Test
	void leavesToOthersWhatIsNoFilm() {
		assertThat(sell("plan:monthly").buyable()).isTrue();
		assertThat(sell("film-1").buyable()).isTrue();
	}

	@Test
	void sellsAFilmWhileItCanBeWatched() {
		VideoId film = film();
		ProductId product = sell(film.toString()).id();
		tell(withdrawn(film, 3));
		awaitStatus(product, ProductStatus.ARCHIVED);
		tell(published(film, 4));
		awaitStatus(product, ProductStatus.ACTIVE);
	}

	@Test
	void believesTheLaterOfTwoFacts() {
		VideoId film = film();
		ProductId product = sell(film.toString()).id();
		tell(withdrawn(film, 5));
		awaitStatus(product, ProductStatus.ARCHIVED);
		tell(published(film, 4));
		ProductId other = sell(film.toString()).id();
		tell(withdrawn(film, 6));
		awaitStatus(other, ProductStatus.ARCHIVED);
		assertThat(status(product)).isEqualTo(ProductStatus.ARCHIVED);
	}

	@Test
	void leavesOffSaleWhatStaffTookOff() {
		VideoId film = film();
		Product product = sell(film.toString());
		Product other = sell(film.toString());
		tell(withdrawn(film, 3));
		awaitStatus(product.id(), ProductStatus.ARCHIVED);
		awaitStatus(other.id(), ProductStatus.ARCHIVED);
		Goods.asStaff(() -> this.catalog.update(product.id(),
				Goods.with(Goods.priced(product.description(), 5), ProductStatus.ARCHIVED), "\"2\""));
		tell(published(film, 4));
		awaitStatus(other.id(), ProductStatus.ACTIVE);
		assertThat(status(product.id())).isEqualTo(ProductStatus.ARCHIVED);
	}

	private void awaitStatus(ProductId product, ProductStatus status) {
		Awaitility.await().untilAsserted(() -> assertThat(status(product)).isEqualTo(status));
	}

	private ProductStatus status(ProductId product) {
		return Goods.asStaff(() -> this.catalog.find(product)).description().status();
	}

	private Product sell(String film) {
		return Goods.asStaff(() -> this.catalog.add(selling(Goods.digital(Goods.named("Film")), film), null));
	}

	private static ProductDescription selling(ProductDescription it, String film) {
		return new ProductDescription(it.sku(), it.name(), it.description(), it.category(), it.brand(), it.kind(),
				it.price(), it.images(), it.attributes(), it.translations(), film, it.status());
	}

	private VideoId film() {
		VideoDescription description = new VideoDescription("Sold", null, "Made for a test.", Map.of(), List.of(),
				List.of(), 2024, 0, VideoAccess.PURCHASE, null, new Availability(null, null, List.of()));
		Video film = Goods.asStaff(() -> this.videos.add(description, UUID.randomUUID().toString()));
		return film.id();
	}

	private static VideoPublished published(VideoId film, long version) {
		return new VideoPublished(UUID.randomUUID(), Instant.now(), film, version, "Sold", List.of(), 0,
				VideoAccess.PURCHASE, 10);
	}

	private static VideoWithdrawn withdrawn(VideoId film, long version) {
		return new VideoWithdrawn(UUID.randomUUID(), Instant.now(), film, version);
	}

	private void tell(Object event) {
		this.transaction.executeWithoutResult((status) -> this.publisher.publishEvent(event));
	}

}
