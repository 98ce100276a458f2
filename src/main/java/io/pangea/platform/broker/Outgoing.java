package io.pangea.platform.broker;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.pangea.platform.remote.CallContext;
import io.pangea.platform.topology.Topology;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends on what modules that run here say and modules elsewhere hear. Each message is
 * made, and kept by the registry of publications, in the transaction of its event: who
 * heard it here is decided then, whatever runs here when it is sent.
 */
class Outgoing implements GenericApplicationListener {

	static final String LISTENER = "platform.outgoing";

	private final Topology topology;

	private final Hearsay hearsay;

	private final Messages messages;

	private final ApplicationEventPublisher publisher;

	Outgoing(Topology topology, Hearsay hearsay, Messages messages, ApplicationEventPublisher publisher) {
		this.topology = topology;
		this.hearsay = hearsay;
		this.messages = messages;
		this.publisher = publisher;
	}

	@Override
	public boolean supportsEventType(ResolvableType published) {
		Class<?> event = published.as(PayloadApplicationEvent.class).getGeneric().resolve();
		return event != null && this.topology.runs(this.hearsay.speaker(event))
				&& this.hearsay.listeners(event).anyMatch((listener) -> !this.topology.runs(listener.module()));
	}

	@Override
	public void onApplicationEvent(ApplicationEvent published) {
		Object event = ((PayloadApplicationEvent<?>) published).getPayload();
		Map<String, String> headers = new LinkedHashMap<>(CallContext.currentHeaders());
		String heard = this.hearsay.listeners(event.getClass())
			.filter((listener) -> this.topology.runs(listener.module()))
			.map(Hearsay.Listener::id)
			.collect(Collectors.joining(","));
		if (!heard.isEmpty()) {
			headers.put(Message.HEARD_BY, heard);
		}
		this.publisher.publishEvent(this.messages.of(event, headers));
	}

	/**
	 * Sends messages, on threads of its own: a silent broker must not hold up listeners
	 * here.
	 */
	static class Sender {

		private final KafkaOperations<String, String> kafka;

		Sender(KafkaOperations<String, String> kafka) {
			this.kafka = kafka;
		}

		@Async(BrokerConfiguration.SENDERS)
		@TransactionalEventListener(id = LISTENER)
		void send(Message message) {
			ProducerRecord<String, String> letter = new ProducerRecord<>(message.topic(), message.key(),
					message.body());
			message.headers()
				.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
			this.kafka.send(letter).join();
		}

	}

}
