package io.pangea.payments;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Money: authorising, capturing, cancelling and refunding it. Tokens only, never a card
 * number.
 */
@HttpExchange("/api/payments")
@Validated
public interface Payments {

	/**
	 * Opens a payment intent and asks the provider to authorise it. The answer says what
	 * came of it: authorised, declined, or an action the payer has to take at the
	 * provider.
	 * @param idempotencyKey whoever repeats it gets the first answer
	 * @throws CardNumberRefused when the token looks like a card number
	 * @throws PaymentTokenUnknown when the provider does not know the token
	 * @throws AmountNotPositive when there is nothing to pay
	 * @throws KeyReused when the key was used for another payment
	 * @throws PaymentProviderUnavailable when the provider does not answer: repeat it
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Payment authorise(@RequestBody @Valid PaymentRequest request,
			@RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) String idempotencyKey);

	/**
	 * Where a payment stands; never with its action secret.
	 * @throws PaymentNotFound when there is none
	 */
	@GetExchange("/{id}")
	@PreAuthorize("hasAnyAuthority('MODULE_orders', 'ROLE_STAFF')")
	Payment find(@PathVariable PaymentId id);

	/** What happened to a payment, oldest first. */
	@GetExchange("/{id}/ledger")
	@PreAuthorize("hasAnyAuthority('MODULE_orders', 'ROLE_STAFF')")
	List<LedgerEntry> ledger(@PathVariable PaymentId id);

	/**
	 * What the payer has to decide at the provider, for the provider's own page.
	 * @param secret from {@link Payment#actionSecret()}: who knows it is the payer
	 * @throws PaymentNotFound when id and secret do not belong together
	 */
	@GetExchange("/{id}/challenge")
	@PreAuthorize("permitAll()")
	Challenge challenge(@PathVariable PaymentId id, @RequestParam String secret);

	/**
	 * The payer's answer at the provider; authorises or declines the payment. The first
	 * answer counts: a repeat or the opposite changes nothing.
	 * @throws PaymentNotFound when id and secret do not belong together
	 */
	@PutExchange("/{id}/challenge")
	@PreAuthorize("permitAll()")
	Challenge answerChallenge(@PathVariable PaymentId id, @RequestParam String secret, @RequestParam boolean approved);

	/**
	 * Takes the authorised money; a repeat changes nothing.
	 * @throws PaymentNotCapturable when it is not authorised
	 */
	@PutExchange("/{id}/capture")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Payment capture(@PathVariable PaymentId id);

	/**
	 * Gives up an authorisation or a pending action; a repeat changes nothing.
	 * @throws PaymentNotCancellable when money was captured: that is refunded
	 */
	@PutExchange("/{id}/cancellation")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Payment cancel(@PathVariable PaymentId id);

	/**
	 * Pays captured money back, in part or all of it.
	 * @param idempotencyKey of this payment's refunds; whoever repeats it gets the first
	 * answer
	 * @throws AmountNotPositive when there is nothing to pay back
	 * @throws OverRefund when more would go back than was captured
	 * @throws CurrencyMismatch when the amount is in another currency
	 * @throws KeyReused when the key was used for another amount
	 * @throws PaymentProviderUnavailable when the provider does not answer: the refund is
	 * promised and will be made
	 */
	@PostExchange("/{id}/refunds")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Payment refund(@PathVariable PaymentId id, @RequestBody @Valid RefundRequest request,
			@RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) String idempotencyKey);

}
