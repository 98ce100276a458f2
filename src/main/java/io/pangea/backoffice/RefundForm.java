package io.pangea.backoffice;

import io.pangea.orders.Refund;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A refund as typed. */
record RefundForm(@Nullable String amount, @Nullable String reason) {

	/** An amount that is not understood is an error beside its field. */
	Refund refund(CurrencyUnit currency, Errors errors) {
		String text = (this.amount != null) ? this.amount.strip() : "";
		Money money = Amounts.parse(text, currency).filter(Money::isPositive).orElse(null);
		if (money == null && !text.isEmpty()) {
			errors.rejectValue("amount", "backoffice.amount");
		}
		return new Refund(money, (this.reason != null) ? this.reason.strip() : "");
	}

}
