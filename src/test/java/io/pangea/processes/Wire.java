package io.pangea.processes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a module apart said through the broker, and who heard it. */
record Wire(String broker, String prefix) {

	private static final String MODULE = "payments";

	private static final String LISTENER = "orders";

	/** Each event of the listener reached it, once, and nothing is unread. */
	void allWasHeard(JdbcClient books) throws Exception {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.broker),
				new StringDeserializer(), new StringDeserializer())) {
			String topic = this.prefix + "." + MODULE;
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			ends.values().removeIf((end) -> end == 0);
			assertThat(ends).isNotEmpty();
			assertThat(places()).containsAllEntriesOf(ends);
			assertThat(idsIn(consumer, ends)).isNotEmpty()
				.isSubsetOf(books.sql("select listener_id || ' ' || event_id from pangea.inbox")
					.query(String.class)
					.list());
		}
	}

	private Map<TopicPartition, Long> places() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.broker))) {
			return admin.listConsumerGroupOffsets(this.prefix + "." + LISTENER)
				.partitionsToOffsetAndMetadata()
				.get()
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (it) -> it.getValue().offset()));
		}
	}

	private static List<String> idsIn(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
		consumer.assign(ends.keySet());
		consumer.seekToBeginning(ends.keySet());
		List<String> ids = new ArrayList<>();
		while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
			consumer.poll(Duration.ofSeconds(1))
				.forEach((letter) -> listener(letter)
					.ifPresent((listener) -> ids.add(listener + " " + header(letter, "ce_id"))));
		}
		return ids;
	}

	/**
	 * The listener of its module that a message is for, unless it got the event
	 * otherwise.
	 */
	private static Optional<String> listener(ConsumerRecord<String, String> letter) {
		return switch (header(letter, "ce_type")) {
			case "payments.payment-authorised.v1" -> Optional.of("orders.payment-authorised");
			case "payments.payment-declined.v1" -> Optional.of("orders.payment-declined");
			default -> Optional.empty();
		};
	}

	private static String header(ConsumerRecord<String, String> letter, String name) {
		var header = letter.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

}
