package io.pangea.playback;

import java.time.Instant;

import io.pangea.accounts.AccountId;
import io.pangea.videos.VideoAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says who may watch what. */
@Component
class Doorkeeper {

	private final Entitlements entitlements;

	private final Viewers viewers;

	Doorkeeper(Entitlements entitlements, Viewers viewers) {
		this.entitlements = entitlements;
		this.viewers = viewers;
	}

	/** The age limit is the household's, so it goes before what was paid for. */
	Admission.Ground ground(@Nullable AccountId account, Films.Terms film) {
		return isTooYoung(this.viewers.maximumAge(account), film) ? Admission.Ground.AGE_LIMIT : paid(account, film);
	}

	private static boolean isTooYoung(@Nullable Integer limit, Films.Terms film) {
		return limit != null && film.minimumAge() > limit;
	}

	private Admission.Ground paid(@Nullable AccountId account, Films.Terms film) {
		if (film.access() == VideoAccess.FREE) {
			return Admission.Ground.FREE;
		}
		if (account == null) {
			return Admission.Ground.NOT_BOUGHT;
		}
		if (this.entitlements.owns(account, film.video())) {
			return Admission.Ground.BOUGHT;
		}
		boolean subscribed = film.access() == VideoAccess.SUBSCRIPTION
				&& this.entitlements.subscription(account, Instant.now()).isPresent();
		return subscribed ? Admission.Ground.SUBSCRIPTION : Admission.Ground.NOT_BOUGHT;
	}

	/**
	 * @throws NotEntitled when it was not paid for
	 * @throws AboveAgeLimit when the account's limit forbids it
	 */
	void admit(@Nullable AccountId account, Films.Terms film) {
		Integer limit = this.viewers.maximumAge(account);
		if (limit != null && isTooYoung(limit, film)) {
			throw new AboveAgeLimit(film.video(), film.minimumAge(), limit);
		}
		if (paid(account, film) == Admission.Ground.NOT_BOUGHT) {
			throw new NotEntitled(film.video(), film.access());
		}
	}

}
