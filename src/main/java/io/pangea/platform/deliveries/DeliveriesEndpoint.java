package io.pangea.platform.deliveries;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/deliveries}: deliveries that failed, waiting or parked.
 * {@code POST /actuator/deliveries}: replay all; {@code POST /actuator/deliveries/{id}}:
 * replay one.
 */
@Component
@Endpoint(id = "deliveries")
class DeliveriesEndpoint {

	private static final int LIMIT = 200;

	private final HeldDeliveries held;

	DeliveriesEndpoint(HeldDeliveries held) {
		this.held = held;
	}

	/** Counts are exact; of each list the first {@value #LIMIT}. */
	record Overview(long parkedCount, long waitingCount, List<HeldDeliveries.HeldDelivery> parked,
			List<HeldDeliveries.HeldDelivery> waiting) {

	}

	@ReadOperation
	Overview overview() {
		return new Overview(this.held.count(true), this.held.count(false), this.held.parked(LIMIT),
				this.held.waiting(LIMIT));
	}

	@WriteOperation
	Map<String, Integer> replayAll() {
		return Map.of("replayed", this.held.replayAll());
	}

	@WriteOperation
	Map<String, Integer> replay(@Selector UUID id) {
		return Map.of("replayed", this.held.replay(List.of(id)));
	}

}
