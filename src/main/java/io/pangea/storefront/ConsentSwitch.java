package io.pangea.storefront;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers whether someone agreed to have their visits counted. */
@Controller
class ConsentSwitch {

	private final Consent consent;

	private final LookedAt lookedAt;

	ConsentSwitch(Consent consent, LookedAt lookedAt) {
		this.consent = consent;
		this.lookedAt = lookedAt;
	}

	@PostMapping("/consent")
	String choose(@RequestParam boolean given, @RequestParam(required = false) @Nullable String back) {
		this.consent.choose(given);
		if (!given) {
			this.lookedAt.forget();
		}
		return LocalPath.of(back).redirect();
	}

}
