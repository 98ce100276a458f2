package io.pangea.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.PostalAddress;
import io.pangea.cart.CartId;
import io.pangea.payments.PaymentId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of orders. */
record OrderRows(JsonMapper json) {

	PurchaseOrder order(ResultSet row, int number) throws SQLException {
		return new PurchaseOrder(purchase(row), contact(row), progress(row));
	}

	/** With its history, and as others see it. */
	Listed listed(ResultSet row, int number) throws SQLException {
		Purchase purchase = purchase(row);
		Contact contact = contact(row);
		Progress progress = progress(row);
		CancelReason reason = progress.cancelReason();
		Order order = new Order(purchase.id(), purchase.number(), progress.status(), purchase.buyer(), contact.email(),
				contact.address(), purchase.quote(), progress.refunded(), progress.refundPending(),
				(reason != null) ? reason.code() : null, progress.paymentId(), progress.actionSecret(),
				progress.shipment(), purchase.placedAt(),
				List.of(this.json.readValue(row.getString("history"), Order.Step[].class)));
		return new Listed(purchase, order);
	}

	private Purchase purchase(ResultSet row) throws SQLException {
		UUID buyer = row.getObject("buyer", UUID.class);
		return new Purchase(new OrderId(row.getObject("id", UUID.class)), row.getString("number"),
				(buyer != null) ? new AccountId(buyer) : null, new CartId(row.getObject("cart", UUID.class)),
				this.json.readValue(row.getString("quote"), Quote.class),
				Objects.requireNonNull(instant(row, "placed_at")));
	}

	private Contact contact(ResultSet row) throws SQLException {
		return new Contact(row.getString("email"), this.json.readValue(row.getString("address"), PostalAddress.class));
	}

	private Progress progress(ResultSet row) throws SQLException {
		UUID payment = row.getObject("payment_id", UUID.class);
		String reason = row.getString("cancel_reason");
		String shipment = row.getString("shipment");
		CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
		return new Progress(OrderStatus.valueOf(row.getString("status")), Task.valueOf(row.getString("task")),
				row.getString("payment_token"), (payment != null) ? new PaymentId(payment) : null,
				row.getString("action_secret"), (reason != null) ? CancelReason.valueOf(reason) : null,
				instant(row, "held_until"), Objects.requireNonNull(instant(row, "deadline")),
				Money.ofMinor(currency, row.getLong("refunded")),
				Money.ofMinor(currency, row.getLong("refund_pending")),
				(shipment != null) ? this.json.readValue(shipment, Shipment.class) : null, row.getBoolean("forgotten"),
				row.getLong("version"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	/** An order as others see it, and whose it is. */
	record Listed(Purchase purchase, Order order) {

		/** For eyes that are not the payer's. */
		Order withoutSecret() {
			Order it = this.order;
			return new Order(it.id(), it.number(), it.status(), it.buyer(), it.email(), it.address(), it.quote(),
					it.refunded(), it.refundPending(), it.cancelReason(), it.paymentId(), null, it.shipment(),
					it.placedAt(), it.history());
		}

	}

}
