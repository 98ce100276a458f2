package io.pangea.playback;

import io.pangea.accounts.AccountDeleted;
import io.pangea.orders.OrderCancelled;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderRefunded;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what concerns viewers elsewhere. */
@Component
class PlaybackListeners {

	private final Entitlements entitlements;

	private final Sessions sessions;

	private final Films films;

	PlaybackListeners(Entitlements entitlements, Sessions sessions, Films films) {
		this.entitlements = entitlements;
		this.sessions = sessions;
		this.films = films;
	}

	@ApplicationModuleListener(id = "playback.order-confirmed")
	void on(OrderConfirmed event) {
		this.entitlements.grant(event);
	}

	@ApplicationModuleListener(id = "playback.order-cancelled")
	void on(OrderCancelled event) {
		this.entitlements.revoke(event.orderId(), event.occurredAt());
	}

	/** What was paid back in part was kept. */
	@ApplicationModuleListener(id = "playback.order-refunded")
	void on(OrderRefunded event) {
		if (event.full()) {
			this.entitlements.revoke(event.orderId(), event.occurredAt());
		}
	}

	@ApplicationModuleListener(id = "playback.video-published")
	void on(VideoPublished event) {
		this.films.on(event);
	}

	@ApplicationModuleListener(id = "playback.video-withdrawn")
	void on(VideoWithdrawn event) {
		this.films.on(event);
	}

	@ApplicationModuleListener(id = "playback.erase-account")
	void on(AccountDeleted event) {
		this.sessions.erase(event.account());
		this.entitlements.erase(event.account());
	}

}
