package io.pangea.platform.broker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pangea.platform.topology.Topology;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads the topics of the modules that a module hears, in a consumer group per listening
 * module: its place in the stream is its own, wherever it runs. That includes what is
 * said in this same process, so that the place is right when the module leaves.
 */
class Incoming implements SmartLifecycle {

	private final List<ConcurrentMessageListenerContainer<String, String>> containers = new ArrayList<>();

	private final ThreadPoolTaskExecutor deliveries;

	private final int backlog;

	Incoming(Topology topology, Hearsay hearsay, Messages messages, Inbox inbox,
			ConsumerFactory<String, String> consumers, ThreadPoolTaskExecutor deliveries, BrokerSettings settings) {
		this.deliveries = deliveries;
		this.backlog = settings.backlog();
		for (String module : topology.running()) {
			Set<String> speakers = hearsay.heardBy(module);
			if (!speakers.isEmpty()) {
				this.containers.add(container(module, speakers, messages, inbox, consumers));
			}
		}
	}

	private static ConcurrentMessageListenerContainer<String, String> container(String module, Set<String> speakers,
			Messages messages, Inbox inbox, ConsumerFactory<String, String> consumers) {
		ContainerProperties properties = new ContainerProperties(
				speakers.stream().map(messages::topic).toArray(String[]::new));
		properties.setGroupId(messages.group(module));
		properties.setClientId(module);
		properties.setAckMode(ContainerProperties.AckMode.RECORD);
		properties.setPauseImmediate(true);
		properties
			.setMessageListener((MessageListener<String, String>) (letter) -> inbox.receive(module, message(letter)));
		var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
		container.setBeanName("incoming-" + module);
		container.setCommonErrorHandler(untilTheDatabaseIsBack());
		return container;
	}

	/**
	 * What cannot be read is parked, so all else that fails is ours to get right: never
	 * skip.
	 */
	private static DefaultErrorHandler untilTheDatabaseIsBack() {
		var handler = new DefaultErrorHandler(new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS));
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	private static Message message(ConsumerRecord<String, String> letter) {
		Map<String, String> headers = new HashMap<>();
		for (Header header : letter.headers()) {
			if (header.value() != null) {
				headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
			}
		}
		return new Message(letter.topic(), letter.key(), headers, letter.value());
	}

	/** Leaves events with the broker while deliveries pile up here. */
	@Scheduled(fixedDelay = 100)
	void relieve() {
		boolean full = this.deliveries.getQueueSize() > this.backlog;
		for (var container : this.containers) {
			if (full && !container.isPauseRequested()) {
				container.pause();
			}
			else if (!full && container.isPauseRequested()) {
				container.resume();
			}
		}
	}

	@Override
	public void start() {
		this.containers.forEach(ConcurrentMessageListenerContainer::start);
	}

	@Override
	public void stop() {
		this.containers.forEach(ConcurrentMessageListenerContainer::stop);
	}

	@Override
	public boolean isRunning() {
		return this.containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
	}

}
