package io.pangea.videos;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A ticket that this store did not give. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class TicketRefused extends IllegalArgumentException {

	public TicketRefused() {
		super("The ticket is none of this store's.");
	}

}
