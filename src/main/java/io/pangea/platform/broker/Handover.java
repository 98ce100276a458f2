package io.pangea.platform.broker;

import java.util.Map;
import java.util.Set;

import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;

/**
 * Hands deliveries to modules that have left since to wherever they run now. A process on
 * the same database that runs the module takes them up long before.
 */
class Handover {

	private final Set<String> absent;

	private final HeldDeliveries held;

	private final Inbox inbox;

	private final Messages messages;

	private final ApplicationEventPublisher publisher;

	private final JsonMapper json;

	private final BrokerSettings settings;

	Handover(Topology topology, HeldDeliveries held, Inbox inbox, Messages messages,
			ApplicationEventPublisher publisher, JsonMapper json, BrokerSettings settings) {
		this.absent = topology.remotes().keySet();
		this.held = held;
		this.inbox = inbox;
		this.messages = messages;
		this.publisher = publisher;
		this.json = json;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${pangea.broker.poll-interval:1s}")
	@Transactional
	void run() {
		this.held.takeOverdueOf(this.absent, this.settings.handOverAfter()).forEach(this::handOver);
	}

	private void handOver(HeldDeliveries.HeldDelivery delivery) {
		Object event = this.json.readValue(delivery.serializedEvent(),
				ClassUtils.resolveClassName(delivery.eventType(), null));
		// Or else it would be taken for a repeat when the module runs on this database.
		this.inbox.forget(delivery.listenerId(), event);
		this.publisher.publishEvent(this.messages.of(event, Map.of(Message.ONLY_FOR, delivery.listenerId())));
	}

}
