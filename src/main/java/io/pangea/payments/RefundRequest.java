package io.pangea.payments;

import jakarta.validation.constraints.NotNull;
import org.joda.money.Money;

/** How much to pay back; above zero. */
public record RefundRequest(@NotNull Money amount) {

}
