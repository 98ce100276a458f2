package io.pangea.platform.broker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.pangea.platform.topology.TopologyInvalid;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.StoreTest;
import io.pangea.testing.TestDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** A process says at its start what it lacks, and needs no broker when it is alone. */
@StoreTest
class BrokerStartTests {

	@Test
	void knowsNothingOfKafkaWhenAllModulesRunHere(@Autowired ApplicationContext context) {
		assertThat(context.getBeanDefinitionNames())
			.noneSatisfy((name) -> assertThat(name.toLowerCase(Locale.ROOT)).contains("kafka"));
		assertThat(context.getBeanNamesForType(Outgoing.class)).isEmpty();
		assertThat(context.getBeanNamesForType(Incoming.class)).isEmpty();
	}

	@Test
	void refusesToSplitSpeakersFromListenersWithoutABroker() {
		assertRefused(null, "analytics hears events of cart in another process,"
				+ " and spring.kafka.bootstrap-servers is missing");
	}

	@Test
	void refusesToStartWhenTheBrokerCannotBeReached() {
		assertRefused("localhost:1", "The broker at [localhost:1] cannot be reached");
	}

	@Test
	void makesTopicsAsConfigured() throws Exception {
		String address = KafkaBroker.shared().address();
		try (Place _ = Place.run("products", TestDatabase.create(), address, "--pangea.broker.prefix=made",
				"--pangea.broker.partitions=3", "--pangea.broker.retention=2h");
				Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
			assertThat(admin.describeTopics(List.of("made.products")).allTopicNames().get().values()).singleElement()
				.satisfies((topic) -> assertThat(topic.partitions()).hasSize(3));
			ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "made.products");
			assertThat(admin.describeConfigs(List.of(topic)).all().get().values()).singleElement()
				.satisfies((config) -> assertThat(config.get("retention.ms").value()).isEqualTo("7200000"));
		}
	}

	private static void assertRefused(@Nullable String broker, String sentence) {
		String database = TestDatabase.create();
		assertThatException().isThrownBy(() -> Place.run("cart", database, broker).close())
			.satisfies((ex) -> assertThat(invalid(ex)).hasMessageStartingWith(sentence));
	}

	private static Throwable invalid(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof TopologyInvalid)) {
			cause = Objects.requireNonNull(cause.getCause(), "no TopologyInvalid in " + failure);
		}
		return cause;
	}

}
