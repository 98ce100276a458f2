package io.pangea.recommendations;

import java.time.Instant;

/**
 * Somebody bought or watched something.
 *
 * @param lasting whether they have it for good, such as a film; other goods get used up
 */
record Like(Item item, How how, boolean lasting, Instant at) {

	enum How {

		BOUGHT, WATCHED

	}

}
