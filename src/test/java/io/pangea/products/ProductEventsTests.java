package io.pangea.products;

import java.time.Duration;
import java.util.List;

import io.pangea.products.ReservationRequest.Line;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
@RecordApplicationEvents
class ProductEventsTests {

	@Autowired
	ProductCatalog catalog;

	@Autowired
	Inventory inventory;

	@Autowired
	ApplicationEvents events;

	@Test
	void tellsWhatGoesOnAndOffSale() {
		ProductDescription description = Goods.with(Goods.named("Draft"), ProductStatus.DRAFT);
		Product product = Goods.asStaff(() -> this.catalog.add(description, null));
		assertThat(this.events.stream(ProductListed.class)).isEmpty();
		update(product, Goods.with(description, ProductStatus.ACTIVE), 1);
		assertThat(this.events.stream(ProductListed.class)).singleElement()
			.satisfies((it) -> assertThat(it.productId()).isEqualTo(product.id()))
			.satisfies((it) -> assertThat(it.sku()).isEqualTo(description.sku()));
		assertThat(this.events.stream(ProductWithdrawn.class)).isEmpty();
		update(product, Goods.with(description, ProductStatus.ARCHIVED), 2);
		assertThat(this.events.stream(ProductWithdrawn.class)).singleElement()
			.satisfies((it) -> assertThat(it.productId()).isEqualTo(product.id()));
	}

	@Test
	void tellsPriceChangesOnce() {
		ProductDescription description = Goods.named("Cheap");
		Product product = Goods.asStaff(() -> this.catalog.add(description, null));
		update(product, Goods.priced(description, 2), 1);
		update(product, Goods.priced(description, 2), 1);
		assertThat(this.events.stream(PriceChanged.class)).singleElement()
			.satisfies((it) -> assertThat(it.before()).isEqualTo(description.price()))
			.satisfies((it) -> assertThat(it.after()).isEqualTo(Goods.dollars(2)));
	}

	@Test
	void tellsWhenNothingIsLeft() {
		Product product = Goods.asStaff(() -> this.catalog.add(Goods.named("Scarce"), null));
		setStock(product, 0);
		setStock(product, 2);
		reserve(product);
		assertThat(this.events.stream(StockRanOut.class)).isEmpty();
		reserve(product);
		assertThat(this.events.stream(StockRanOut.class)).hasSize(1);
		setStock(product, 3);
		setStock(product, 2);
		setStock(product, 2);
		assertThat(this.events.stream(StockRanOut.class)).hasSize(2)
			.allSatisfy((it) -> assertThat(it.productId()).isEqualTo(product.id()));
	}

	private void update(Product product, ProductDescription description, long version) {
		Goods.asStaff(() -> this.catalog.update(product.id(), description, "\"" + version + "\""));
	}

	private void setStock(Product product, int onHand) {
		Goods.asStaff(() -> this.catalog.setStock(product.id(), onHand));
	}

	private void reserve(Product product) {
		Goods.asOrders(() -> this.inventory.reserve(ReservationId.next(),
				new ReservationRequest(List.of(new Line(product.id(), 1)), Duration.ofMinutes(5))));
	}

}
