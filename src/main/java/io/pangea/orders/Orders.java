package io.pangea.orders;

import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.cart.CartId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

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
 * Buying what is in a cart. An order is open to the account that placed it; a guest's
 * order to whoever knows the cart it came from; to anybody else it is
 * {@link OrderNotFound}.
 */
@HttpExchange("/api/orders")
@Validated
public interface Orders {

	/**
	 * How an order can reach a country (ISO 3166-1 alpha-2), cheapest first; empty when
	 * it cannot.
	 */
	@GetExchange("/delivery-options")
	@PreAuthorize("permitAll()")
	List<DeliveryOption> deliveryOptions(@RequestParam @Pattern(regexp = "[A-Z]{2}") String country);

	/**
	 * What a cart would cost now: lines, shipping, tax and total, computed here. Tax is
	 * computed once per order, on goods and shipping, and rounded half up to the minor
	 * unit.
	 * @param country where it goes, ISO 3166-1 alpha-2
	 * @param deliveryOption code of an option; may be left out when nothing is shipped
	 * @throws CartEmpty when nothing in it can be bought
	 * @throws LinesUnavailable when some of it cannot be bought, or not as many: nothing
	 * is left out silently
	 * @throws AccountNeeded when it holds a film or a subscription and the caller is a
	 * guest
	 * @throws DeliveryUnavailable when something is shipped and the option is missing,
	 * unknown, or does not reach the country
	 */
	@GetExchange("/quote")
	@PreAuthorize("permitAll()")
	Quote quote(@RequestParam CartId cart, @RequestParam @Pattern(regexp = "[A-Z]{2}") String country,
			@RequestParam(required = false) @Nullable String deliveryOption);

	/**
	 * Places an order: it is written down here and carried out in the background; see
	 * {@link Order#status()}. A repeat answers the order there is, as it stands now.
	 * Without an idempotency key the cart, its version and the content of the request are
	 * the key. Keys are each account's own and, for guests, each cart's.
	 * @throws PriceChanged when the total is not the one the caller was shown
	 * @throws KeyReused when the key was used with other content
	 * @throws CartEmpty when nothing in it can be bought
	 * @throws LinesUnavailable as {@link #quote}
	 * @throws AccountNeeded as {@link #quote}
	 * @throws DeliveryUnavailable as {@link #quote}
	 * @throws io.pangea.payments.CardNumberRefused when the token looks like a card
	 * number
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("permitAll()")
	Order place(@RequestBody @Valid PlaceOrder order, @RequestHeader(name = "Idempotency-Key",
			required = false) @Size(min = 1, max = 200) @Nullable String idempotencyKey);

	/**
	 * @param cart the cart it came from, for a guest
	 * @throws OrderNotFound when there is none, or it is somebody else's
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Order find(@PathVariable OrderId id, @RequestParam(required = false) @Nullable CartId cart);

	/** The caller's orders, newest first. */
	@GetExchange("/mine")
	@PreAuthorize("hasRole('CUSTOMER')")
	OrderPage mine(@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/**
	 * All orders, newest first.
	 * @param buyer whose account placed them
	 */
	@GetExchange
	@PreAuthorize("hasRole('STAFF')")
	OrderPage list(@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable AccountId buyer,
			@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/**
	 * The goods left the house; repeating it changes nothing, another carrier or code
	 * corrects it.
	 * @throws OrderNotShippable when it is not confirmed, or nothing in it is shipped
	 */
	@PutExchange("/{id}/shipment")
	@PreAuthorize("hasRole('STAFF')")
	Order ship(@PathVariable OrderId id, @RequestBody @Valid Shipment shipment);

	/**
	 * Pays back part or all of an order. The refund is written down, carried out in the
	 * background, and waited for a little: while it is not through it stands in
	 * {@link Order#refundPending()}, and it will be. A repeat answers the order as it
	 * stands now.
	 * @throws OrderNotRefundable when nothing was captured, or the amount exceeds what is
	 * left
	 * @throws RefundNotPositive when the amount is not above zero
	 * @throws KeyReused when the key was used with other content
	 * @throws io.pangea.payments.CurrencyMismatch when the amount is in another currency
	 */
	@PostExchange("/{id}/refunds")
	@PreAuthorize("hasRole('STAFF')")
	Order refund(@PathVariable OrderId id, @RequestBody @Valid Refund refund,
			@RequestHeader("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey);

}
