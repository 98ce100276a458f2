package io.pangea.products;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other modules what happened to a product, in the transaction it happened in. */
@Component
class Announcements {

	private final ApplicationEventPublisher events;

	Announcements(ApplicationEventPublisher events) {
		this.events = events;
	}

	void added(ProductId id, ProductDescription description) {
		if (description.status() == ProductStatus.ACTIVE) {
			this.events.publishEvent(new ProductListed(next(), Instant.now(), id, description.sku(), description.name(),
					description.price()));
		}
	}

	void changed(Product before, ProductDescription after) {
		ProductStatus was = before.description().status();
		if (was != after.status()) {
			added(before.id(), after);
			if (was == ProductStatus.ACTIVE) {
				this.events.publishEvent(new ProductWithdrawn(next(), Instant.now(), before.id()));
			}
		}
		if (!before.description().price().equals(after.price())) {
			this.events.publishEvent(
					new PriceChanged(next(), Instant.now(), before.id(), before.description().price(), after.price()));
		}
	}

	void ranOut(ProductId id) {
		this.events.publishEvent(new StockRanOut(next(), Instant.now(), id));
	}

	private static UUID next() {
		return UuidCreator.getTimeOrderedEpoch();
	}

}
