package io.pangea.platform.broker;

import java.util.Set;
import java.util.TreeSet;

import io.pangea.platform.topology.Topology;
import io.pangea.platform.topology.TopologyInvalid;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that this process writes or reads, before it does anything else. */
class Topics implements InitializingBean {

	private final Topology topology;

	private final Hearsay hearsay;

	private final Messages messages;

	private final KafkaAdmin admin;

	private final BrokerSettings settings;

	Topics(Topology topology, Hearsay hearsay, Messages messages, KafkaAdmin admin, BrokerSettings settings) {
		this.topology = topology;
		this.hearsay = hearsay;
		this.messages = messages;
		this.admin = admin;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		try {
			this.admin.createOrModifyTopics(speakers().stream().map(this::topic).toArray(NewTopic[]::new));
		}
		catch (RuntimeException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new TopologyInvalid(
					"The broker at %s cannot be reached: %s".formatted(
							this.admin.getConfigurationProperties().get("bootstrap.servers"), cause.getMessage()),
					"Start it, or correct %s.".formatted(BrokerConfiguration.SERVERS));
		}
	}

	private Set<String> speakers() {
		Set<String> speakers = new TreeSet<>();
		this.topology.modules()
			.forEach((listener) -> this.hearsay.heardBy(listener)
				.stream()
				.filter((speaker) -> this.topology.runs(speaker) || this.topology.runs(listener))
				.forEach(speakers::add));
		return speakers;
	}

	private NewTopic topic(String speaker) {
		return TopicBuilder.name(this.messages.topic(speaker))
			.partitions(this.settings.partitions())
			.replicas(this.settings.replicas())
			.config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(this.settings.retention().toMillis()))
			.build();
	}

}
