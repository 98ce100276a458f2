package io.pangea.payments;

/** Where a charge stands in the book of the simulated provider. */
enum SimulatedStatus {

	UNANSWERED, REQUIRES_ACTION, AUTHORISED, DECLINED, CANCELLED, CAPTURED

}
