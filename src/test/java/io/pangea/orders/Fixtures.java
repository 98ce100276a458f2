package io.pangea.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.PostalAddress;
import io.pangea.cart.CartId;
import io.pangea.payments.Payment;
import io.pangea.payments.PaymentId;
import io.pangea.payments.PaymentStatus;
import io.pangea.products.ProductId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Orders as they come out of real transitions. */
final class Fixtures {

	static final PostalAddress ADDRESS = new PostalAddress("Ada Lovelace", "12 Analytical Row", null, "Springfield",
			"IL", "62701", "US");

	static final Duration MINUTES = Duration.ofMinutes(15);

	private Fixtures() {
	}

	static Money usd(String amount) {
		return Money.of(CurrencyUnit.USD, new java.math.BigDecimal(amount));
	}

	static OrderSettings settings(String... properties) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		for (String property : properties) {
			String[] parts = property.split("=", 2);
			source.put("pangea.orders." + parts[0], parts[1]);
		}
		return new Binder(source).bindOrCreate("pangea.orders", OrderSettings.class);
	}

	static OrderLine line(int quantity, String price, boolean physical) {
		return new OrderLine(ProductId.next(), "SKU", "Thing", quantity, usd(price), usd(price).multipliedBy(quantity),
				physical, null);
	}

	static PurchaseOrder placed(OrderLine... lines) {
		return placed(null, lines);
	}

	static PurchaseOrder placed(@Nullable AccountId buyer, OrderLine... lines) {
		List<OrderLine> all = List.of(lines);
		Quote quote = new Pricing(settings()).quote(all, "US", "standard");
		Instant now = PurchaseOrder.now();
		Purchase purchase = new Purchase(OrderId.next(), OrderNumber.next(), buyer, CartId.next(), quote, now);
		return PurchaseOrder.place(purchase, new Contact("ada@example.org", ADDRESS), "tok_success", now.plus(MINUTES));
	}

	static PurchaseOrder reserved(PurchaseOrder order) {
		order.reserved(Instant.now().plus(MINUTES));
		return order;
	}

	static PurchaseOrder following(PurchaseOrder order, PaymentStatus status) {
		order.follow(payment(order, status), Instant.now().plus(MINUTES), Instant.now().plus(MINUTES));
		return order;
	}

	static PurchaseOrder confirmed(PurchaseOrder order) {
		following(reserved(order), PaymentStatus.AUTHORISED).captured();
		order.confirmed();
		return order;
	}

	private static Payment payment(PurchaseOrder order, PaymentStatus status) {
		Money total = order.purchase().quote().total();
		Money zero = Money.zero(total.getCurrencyUnit());
		return new Payment(PaymentId.next(), order.id().toString(), status, total, zero, zero, null,
				(status == PaymentStatus.REQUIRES_ACTION) ? "secret" : null, Instant.now());
	}

}
