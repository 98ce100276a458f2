package io.pangea.cart;

import java.util.List;
import java.util.UUID;

import io.pangea.products.ProductId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
 * What someone means to buy. A guest's cart is opened by knowing its id; an account's
 * cart only by the account, and by {@code orders} on its behalf. Someone else's cart is
 * {@link CartNotFound}.
 * <p>
 * A cart reserves nothing: more may be put in than is available, and the line then says
 * so. Nothing leaves a cart but by its owner's wish, by expiry, or when an order bought
 * it. It holds one currency.
 */
@HttpExchange("/api/carts")
@Validated
public interface Carts {

	/**
	 * A new, empty cart for a guest.
	 * @param idempotencyKey a repeat answers the same cart until something is put in it.
	 * As it opens the cart, it has to be as hard to guess as the cart's id; a random UUID
	 * is
	 * @throws KeyReused when the key opened a cart that is in use
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("permitAll()")
	Cart open(@RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 16,
			max = 200) @Nullable String idempotencyKey);

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
	 * Adds to what is there: the same product increments its line, which keeps the price
	 * it was put in at.
	 * @param idempotencyKey a repeat changes nothing and answers the cart as it is;
	 * without one every call adds
	 * @throws CartLimitExceeded when a line or the cart would grow beyond its cap
	 * @throws io.pangea.products.ProductNotFound when the product is unknown or not on
	 * sale
	 * @throws ProductsUnavailable when {@code products} does not answer
	 * @throws ProductSoldOut when nothing of it is left
	 * @throws CurrencyMismatch when it is sold in another currency than what is in the
	 * cart
	 * @throws KeyReused when the key was used for another item
	 */
	@PostExchange("/{id}/items")
	@PreAuthorize("permitAll()")
	Cart add(@PathVariable CartId id, @RequestBody @Valid CartItem item, @RequestHeader(name = "Idempotency-Key",
			required = false) @Size(min = 1, max = 200) @Nullable String idempotencyKey);

	/**
	 * Sets the quantity of a line; 0 removes it. Accepts the current price as seen. A
	 * product that is not in the cart is put in, under the conditions of {@link #add}; a
	 * line that is sold out can only shrink, one that was withdrawn only be removed.
	 */
	@PutExchange("/{id}/items/{productId}")
	@PreAuthorize("permitAll()")
	Cart change(@PathVariable CartId id, @PathVariable ProductId productId, @RequestParam @PositiveOrZero int quantity);

	/**
	 * Merges a guest's cart into the caller's. The caller's lines keep their place and
	 * price; quantities of the same product add, up to the cap of a line; then the
	 * guest's other products follow in their order, as long as the cart has room and they
	 * are in its currency. The guest's cart is empty afterwards, also of what found no
	 * place. Repeating it adds nothing.
	 * @throws CartNotFound when there is no such cart, it expired, or it is somebody
	 * else's
	 */
	@PutExchange("/mine/merged/{guestCart}")
	@PreAuthorize("hasRole('CUSTOMER')")
	Cart merge(@PathVariable CartId guestCart);

	/**
	 * Takes out what an order bought, and no more: what was added since stays. Once per
	 * order. What was merged into another cart meanwhile is taken out there.
	 * @param order which order, opaque here
	 * @throws CartNotFound when the cart is gone, and so is what was in it
	 */
	@PutExchange("/{id}/bought/{order}")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Cart takeOut(@PathVariable CartId id, @PathVariable UUID order, @RequestBody List<@NotNull @Valid CartItem> bought);

}
