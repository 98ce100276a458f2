package io.pangea.platform.broker;

import java.util.Set;
import java.util.TreeSet;

import io.pangea.platform.Modules;
import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.platform.deliveries.LocalListeners;
import io.pangea.platform.topology.Topology;
import io.pangea.platform.topology.TopologyInvalid;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/** Events between processes; a broker is there when its address is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
class BrokerConfiguration {

	static final String SERVERS = "spring.kafka.bootstrap-servers";

	static final String SENDERS = "brokerSenders";

	@Bean
	Hearsay hearsay(Modules modules) {
		return new Hearsay(modules);
	}

	@Bean
	Messages messages(Hearsay hearsay, JsonMapper json, BrokerSettings settings) {
		return new Messages(hearsay, json, settings);
	}

	@Bean
	Inbox inbox(Hearsay hearsay, Messages messages, LocalListeners listeners, HeldDeliveries held, JdbcClient jdbc,
			TransactionTemplate transaction, JsonMapper json) {
		return new Inbox(hearsay, messages, listeners, held, jdbc, transaction, json);
	}

	@Bean
	Leftovers leftovers(Topology topology, HeldDeliveries held, LocalListeners listeners, Inbox inbox,
			JsonMapper json) {
		return new Leftovers(topology, held, listeners, inbox, json);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = SERVERS, matchIfMissing = true, havingValue = "false")
	static class WithoutBroker {

		WithoutBroker(Topology topology, Hearsay hearsay) {
			if (topology.isTogether()) {
				return;
			}
			for (String module : topology.modules()) {
				Set<String> speakers = new TreeSet<>(hearsay.heardBy(module));
				speakers.removeIf((speaker) -> topology.runs(speaker) == topology.runs(module));
				if (!speakers.isEmpty()) {
					throw new TopologyInvalid(
							"%s hears events of %s in another process, and %s is missing".formatted(module,
									String.join(", ", speakers), SERVERS),
							"Set it to the address of a Kafka broker, such as broker:9092, the same in every process.");
				}
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(SERVERS)
	static class WithBroker {

		@Bean
		Topics topics(Topology topology, Hearsay hearsay, Messages messages, KafkaAdmin admin,
				BrokerSettings settings) {
			return new Topics(topology, hearsay, messages, admin, settings);
		}

		@Bean(name = SENDERS, defaultCandidate = false)
		ThreadPoolTaskExecutor senders() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setThreadNamePrefix("sender-");
			executor.setCorePoolSize(4);
			executor.setWaitForTasksToCompleteOnShutdown(true);
			executor.setAwaitTerminationSeconds(10);
			return executor;
		}

		@Bean
		Outgoing outgoing(Topology topology, Hearsay hearsay, Messages messages, ApplicationEventPublisher publisher) {
			return new Outgoing(topology, hearsay, messages, publisher);
		}

		@Bean
		Outgoing.Sender sender(KafkaOperations<String, String> kafka) {
			return new Outgoing.Sender(kafka);
		}

		@Bean
		Incoming incoming(Topology topology, Hearsay hearsay, Messages messages, Inbox inbox,
				ConsumerFactory<String, String> consumers, ThreadPoolTaskExecutor deliveryExecutor,
				BrokerSettings settings, Topics topics) {
			return new Incoming(topology, hearsay, messages, inbox, consumers, deliveryExecutor, settings);
		}

		@Bean
		Handover handover(Topology topology, HeldDeliveries held, Inbox inbox, Messages messages,
				ApplicationEventPublisher publisher, JsonMapper json, BrokerSettings settings) {
			return new Handover(topology, held, inbox, messages, publisher, json, settings);
		}

		@Bean
		InboxSweep inboxSweep(JdbcClient jdbc, BrokerSettings settings) {
			return new InboxSweep(jdbc, settings);
		}

	}

	/** Forgets repeats that can come no more. */
	static class InboxSweep {

		private final JdbcClient jdbc;

		private final BrokerSettings settings;

		InboxSweep(JdbcClient jdbc, BrokerSettings settings) {
			this.jdbc = jdbc;
			this.settings = settings;
		}

		// Twice: a broker deletes whole segments of a topic, so some events outlive their
		// time.
		@Scheduled(fixedDelayString = "${pangea.broker.sweep-interval:1h}")
		void run() {
			this.jdbc.sql("delete from pangea.inbox where received_at < now() - :seconds * interval '1 s'")
				.param("seconds", 2 * this.settings.retention().toSeconds())
				.update();
		}

	}

}
