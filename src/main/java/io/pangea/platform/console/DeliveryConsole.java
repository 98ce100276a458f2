package io.pangea.platform.console;

import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Deliveries of events that failed, of every process. It is shaped as the contracts of
 * modules are, but belongs to none: each process answers for itself, and for all.
 */
@HttpExchange("/api/deliveries")
@Validated
public interface DeliveryConsole {

	/**
	 * Deliveries that are parked, those that failed first before the others, and then
	 * those that wait for their next attempt.
	 * @param here whether only those that the process which is asked can reach
	 */
	@GetExchange
	@PreAuthorize("hasRole('ADMIN')")
	FailedDeliveries list(@RequestParam(defaultValue = "false") boolean here);

	/**
	 * Has deliveries tried again at once, as if they had not failed before. What is not
	 * there any more is passed over, so it can be asked for as often as one likes.
	 * @param here whether only those that the process which is asked can reach
	 */
	@PostExchange("/replays")
	@PreAuthorize("hasRole('ADMIN')")
	Replay.Reach replay(@Valid @RequestBody Replay replay, @RequestParam(defaultValue = "false") boolean here);

}
