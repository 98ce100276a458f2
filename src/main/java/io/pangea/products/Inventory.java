package io.pangea.products;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Stock held back for orders. Every call may be repeated: the id, chosen by the caller,
 * is the key.
 */
@HttpExchange("/api/products/reservations")
@Validated
public interface Inventory {

	/**
	 * Holds stock for all lines or for none. Goods that are never out of stock (digital)
	 * reserve at once.
	 * @throws OutOfStock when one line asks for more than is available
	 * @throws ProductNotFound when a product is unknown or not on sale
	 * @throws ReservationExpired when it was released before
	 * @throws ReservationDiffers when the id came with other lines before
	 */
	@PutExchange("/{id}")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Reservation reserve(@PathVariable ReservationId id, @RequestBody @Valid ReservationRequest request);

	/**
	 * Takes the reserved goods out of stock for good.
	 * @throws ReservationExpired when it was released before
	 */
	@PutExchange("/{id}/commit")
	@PreAuthorize("hasAuthority('MODULE_orders')")
	Reservation commit(@PathVariable ReservationId id);

	/**
	 * Gives the stock back. Releasing what is released already changes nothing; what is
	 * unknown can be reserved no more, so that a call that comes late holds nothing.
	 */
	@DeleteExchange("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasAuthority('MODULE_orders')")
	void release(@PathVariable ReservationId id);

}
