package io.pangea.storefront;

import io.pangea.orders.Order;
import io.pangea.orders.OrderId;
import io.pangea.payments.Challenge;
import io.pangea.payments.PaymentId;
import io.pangea.payments.Payments;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Stands for the page of the payer's bank. The secret that opens the challenge comes from
 * the order and never shows up in a URL.
 */
@Controller
@RequestMapping("/orders/{id}/payment")
class PaymentChallenge {

	private final ShopperOrders orders;

	private final Payments payments;

	PaymentChallenge(ShopperOrders orders, Payments payments) {
		this.orders = orders;
		this.payments = payments;
	}

	@GetMapping
	String ask(@PathVariable OrderId id, Model model) {
		Key key = keyOf(id);
		Challenge challenge = this.payments.challenge(key.payment(), key.secret());
		if (!challenge.open()) {
			return "redirect:/orders/" + id;
		}
		model.addAttribute("challenge", challenge);
		model.addAttribute("order", key.order());
		return "storefront/challenge";
	}

	@PostMapping
	String answer(@PathVariable OrderId id, @RequestParam String answer) {
		Key key = keyOf(id);
		this.payments.answerChallenge(key.payment(), key.secret(), "approve".equals(answer));
		return "redirect:/orders/" + id;
	}

	/** An order that waits for nobody is shown instead. */
	private Key keyOf(OrderId id) {
		Order order = this.orders.find(id);
		PaymentId payment = order.paymentId();
		String secret = order.actionSecret();
		if (payment == null || secret == null) {
			throw new ElsewhereFirst("/orders/" + id);
		}
		return new Key(order, payment, secret);
	}

	private record Key(Order order, PaymentId payment, String secret) {

	}

}
