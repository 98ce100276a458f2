package io.pangea.cart;

import java.util.List;
import java.util.UUID;

import io.pangea.products.ProductId;
import jakarta.validation.Valid;
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
 * What someone means to buy. A guest's cart is opened by knowing its id; an account's
 * cart only by the account, and by {@code orders} on its behalf. Someone else's cart is
 * {@link CartNotFound}.
 */
@HttpExchange("/api/carts")
@Validated
public interface Carts {

	/** A new, empty cart for a guest. */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("permitAll()")
	Cart open(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey);

	/** The caller's own cart; made at first sight. */
	@GetExchange("/mine")
	@PreAuthorize("hasRole('CUSTOMER')")
	Cart mine();

	/**
	 * @throws CartNotFound when there is none, it expired, or it is somebody else's
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Cart find(@PathVariable CartId id);

	/**
	 * Adds to what is there: the same product increments its line.
	 * @throws CartLimitExceeded when a line or the cart would grow beyond its cap
	 * @throws io.pangea.products.ProductNotFound when the product is unknown or not on
	 * sale
	 */
	@PostExchange("/{id}/items")
	@PreAuthorize("permitAll()")
	Cart add(@PathVariable CartId id, @RequestBody @Valid CartItem item,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey);

	/** Sets the quantity of a line; 0 removes it. Accepts the current price as seen. */
	@PutExchange("/{id}/items/{productId}")
	@PreAuthorize("permitAll()")
	Cart change(@PathVariable CartId id, @PathVariable ProductId productId, @RequestParam int quantity);

	/**
	 * Merges a guest's cart into the caller's: quantities add, capped per line; the
	 * guest's cart is empty afterwards. Repeating it adds nothing.
	 */
	@PutExchange("/mine/merged/{guestCart}")
	@PreAuthorize("hasRole('CUSTOMER')")
	Cart merge(@PathVariable CartId guestCart);

	/**
	 * Takes out what an order bought, and no more: what was added since stays. Once per
	 * order.
	 * @param order which order, opaque here
	 */
	@PutExchange("/{id}/bought/{order}")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Cart takeOut(@PathVariable CartId id, @PathVariable UUID order, @RequestBody @Valid List<CartItem> bought);

}
