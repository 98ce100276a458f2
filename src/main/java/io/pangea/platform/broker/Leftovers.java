package io.pangea.platform.broker;

import java.util.List;
import java.util.Set;

import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.platform.deliveries.LocalListeners;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what lies here: messages that were parked and are replayed, and, where there
 * is no broker any more, those that were to be sent when there was.
 */
class Leftovers {

	private final Set<String> running;

	private final HeldDeliveries held;

	private final LocalListeners listeners;

	private final Inbox inbox;

	private final JsonMapper json;

	Leftovers(Topology topology, HeldDeliveries held, LocalListeners listeners, Inbox inbox, JsonMapper json) {
		this.running = topology.running();
		this.held = held;
		this.listeners = listeners;
		this.inbox = inbox;
		this.json = json;
	}

	@Scheduled(fixedDelayString = "${pangea.broker.poll-interval:1s}")
	@Transactional
	void run() {
		this.held.takeDue(this.running.stream().map(Inbox::nameOf).toList())
			.forEach((delivery) -> replay(this.json.readValue(delivery.serializedEvent(), Inbox.Parked.class)));
		if (!this.listeners.ids().contains(Outgoing.LISTENER)) {
			this.held.takeDue(List.of(Outgoing.LISTENER))
				.forEach((delivery) -> hear(this.json.readValue(delivery.serializedEvent(), Message.class)));
		}
	}

	private void replay(Inbox.Parked parked) {
		this.inbox.receive(parked.module(), parked.message());
	}

	private void hear(Message unsent) {
		this.running.forEach((module) -> this.inbox.receive(module, unsent));
	}

}
