package io.pangea.videos;

import io.pangea.accounts.AccountDeleted;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what concerns films elsewhere. */
@Component
class VideosListeners {

	private final Watchlist watchlist;

	private final StarRatings ratings;

	VideosListeners(Watchlist watchlist, StarRatings ratings) {
		this.watchlist = watchlist;
		this.ratings = ratings;
	}

	@ApplicationModuleListener(id = "videos.erase-account")
	void on(AccountDeleted event) {
		this.watchlist.erase(event.account());
		this.ratings.erase(event.account());
	}

}
