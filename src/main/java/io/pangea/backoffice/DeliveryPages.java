package io.pangea.backoffice;

import java.util.List;
import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What events did not reach whom, and trying again. Events tell of people, so it is for
 * administrators only.
 */
@Controller
@RequestMapping("/backoffice/deliveries")
@PreAuthorize("hasRole('ADMIN')")
class DeliveryPages {

	private static final int REFRESH_SECONDS = 3;

	private final FailedDeliveries deliveries;

	DeliveryPages(FailedDeliveries deliveries) {
		this.deliveries = deliveries;
	}

	@GetMapping
	String list(Model model, JwtAuthenticationToken administrator) {
		FailedDeliveries.Found found = this.deliveries.find(administrator.getToken().getTokenValue());
		model.addAttribute("found", found);
		model.addAttribute("refresh",
				found.items().stream().anyMatch(FailedDeliveries.Failed::due) ? REFRESH_SECONDS : null);
		return "backoffice/deliveries";
	}

	@PostMapping("/replays")
	String replay(@RequestParam List<UUID> id, JwtAuthenticationToken administrator) {
		boolean all = this.deliveries.replay(id, administrator.getToken().getTokenValue()).isEmpty();
		return "redirect:/backoffice/deliveries?done=" + (all ? "replayed" : "replayed-some");
	}

}
