package io.pangea.storefront;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the footer links to. The words are in the message bundles. */
@Controller
class InformationPages {

	@GetMapping("/help")
	String help(Model model) {
		return show("help", List.of("delivery", "payment", "orders", "cancelled", "returns"), model);
	}

	@GetMapping("/privacy")
	String privacy(Model model) {
		return show("privacy", List.of("cookies", "visits", "recommendations", "data", "payment"), model);
	}

	@GetMapping("/about")
	String about(Model model) {
		return show("about", List.of("shop", "demonstration"), model);
	}

	private static String show(String topic, List<String> parts, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("parts", parts);
		return "storefront/information";
	}

}
