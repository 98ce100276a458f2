package io.pangea.analytics;

import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountRegistered;
import io.pangea.cart.CartAbandoned;
import io.pangea.cart.CartItemAdded;
import io.pangea.orders.OrderCancelled;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderPlaced;
import io.pangea.orders.OrderRefunded;
import io.pangea.payments.PaymentAuthorised;
import io.pangea.payments.PaymentCaptured;
import io.pangea.payments.PaymentDeclined;
import io.pangea.payments.PaymentRefunded;
import io.pangea.playback.PlaybackFinished;
import io.pangea.playback.PlaybackStarted;
import io.pangea.products.PriceChanged;
import io.pangea.products.ProductListed;
import io.pangea.products.ProductWithdrawn;
import io.pangea.products.StockRanOut;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears all there is to hear. */
@Component
class AnalyticsListeners {

	private final Hearing hearing;

	private final Persons persons;

	private final FilmTitles films;

	AnalyticsListeners(Hearing hearing, Persons persons, FilmTitles films) {
		this.hearing = hearing;
		this.persons = persons;
		this.films = films;
	}

	@ApplicationModuleListener(id = "analytics.account-deleted")
	void on(AccountDeleted event) {
		this.persons.forget(event.account());
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.video-published")
	void on(VideoPublished event) {
		this.films.remember(event);
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.account-registered")
	void on(AccountRegistered event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.cart-abandoned")
	void on(CartAbandoned event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.cart-item-added")
	void on(CartItemAdded event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.order-cancelled")
	void on(OrderCancelled event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.order-confirmed")
	void on(OrderConfirmed event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.order-placed")
	void on(OrderPlaced event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.order-refunded")
	void on(OrderRefunded event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.payment-authorised")
	void on(PaymentAuthorised event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.payment-captured")
	void on(PaymentCaptured event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.payment-declined")
	void on(PaymentDeclined event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.payment-refunded")
	void on(PaymentRefunded event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.playback-finished")
	void on(PlaybackFinished event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.playback-started")
	void on(PlaybackStarted event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.price-changed")
	void on(PriceChanged event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.product-listed")
	void on(ProductListed event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.product-withdrawn")
	void on(ProductWithdrawn event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.stock-ran-out")
	void on(StockRanOut event) {
		this.hearing.of(event);
	}

	@ApplicationModuleListener(id = "analytics.video-withdrawn")
	void on(VideoWithdrawn event) {
		this.hearing.of(event);
	}

}
