package io.pangea.orders;

import java.util.List;

import io.pangea.cart.CartId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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

	/** How an order can reach a country (ISO 3166-1 alpha-2), cheapest first. */
	@GetExchange("/delivery-options")
	@PreAuthorize("permitAll()")
	List<DeliveryOption> deliveryOptions(@RequestParam @Pattern(regexp = "[A-Z]{2}") String country);

	/**
	 * What a cart would cost now: lines, shipping, tax and total, computed here.
	 * @param country where it goes, ISO 3166-1 alpha-2
	 * @param deliveryOption code of an option; may be left out when nothing is shipped
	 * @throws CartEmpty when nothing in it can be bought
	 */
	@GetExchange("/quote")
	@PreAuthorize("permitAll()")
	Quote quote(@RequestParam CartId cart, @RequestParam @Pattern(regexp = "[A-Z]{2}") String country,
			@RequestParam(required = false) @Nullable String deliveryOption);

	/**
	 * Places an order: it is written down here and carried out in the background; see
	 * {@link Order#status()}. Without an idempotency key the cart and its version are the
	 * key.
	 * @throws PriceChanged when the total is not the one the caller was shown
	 * @throws CartEmpty when nothing in it can be bought
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("permitAll()")
	Order place(@RequestBody @Valid PlaceOrder order,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey);

	/**
	 * @param cart the cart it came from, for a guest
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Order find(@PathVariable OrderId id, @RequestParam(required = false) @Nullable CartId cart);

	/** The caller's orders, newest first. */
	@GetExchange("/mine")
	@PreAuthorize("hasRole('CUSTOMER')")
	OrderPage mine(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/** All orders, newest first. */
	@GetExchange
	@PreAuthorize("hasRole('STAFF')")
	OrderPage list(@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/**
	 * The goods left the house; repeating it changes nothing.
	 * @throws OrderNotShippable when it is not confirmed, or nothing in it is shipped
	 */
	@PutExchange("/{id}/shipment")
	@PreAuthorize("hasRole('STAFF')")
	Order ship(@PathVariable OrderId id, @RequestBody @Valid Shipment shipment);

	/**
	 * Pays back part or all of an order.
	 * @throws OrderNotRefundable when nothing was captured, or the amount exceeds what is
	 * left
	 */
	@PostExchange("/{id}/refunds")
	@PreAuthorize("hasRole('STAFF')")
	Order refund(@PathVariable OrderId id, @RequestBody @Valid Refund refund,
			@RequestHeader("Idempotency-Key") String idempotencyKey);

}
