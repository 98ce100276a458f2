package io.pangea.videos;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A ticket whose time is over; a new one is to be asked for. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class TicketExpired extends IllegalStateException {

	public TicketExpired() {
		super("The ticket's time is over.");
	}

}
