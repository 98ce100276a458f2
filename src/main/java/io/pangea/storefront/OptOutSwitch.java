package io.pangea.storefront;

import io.pangea.recommendations.Recommendations;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets an account be recommended what is popular, instead of what follows from it. */
@Controller
@PreAuthorize("hasRole('CUSTOMER')")
class OptOutSwitch {

	private final Recommendations recommendations;

	OptOutSwitch(Recommendations recommendations) {
		this.recommendations = recommendations;
	}

	@PostMapping("/account/recommendations")
	String choose(@RequestParam boolean optedOut) {
		this.recommendations.optOut(optedOut);
		return "redirect:/account#recommendations";
	}

}
