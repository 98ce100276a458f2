package io.pangea.platform.broker;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Without a broker nothing of Kafka is even loaded, as the one jar starts faster so. */
class NoKafkaWithoutBroker implements AutoConfigurationImportFilter, EnvironmentAware {

	private boolean broker;

	@Override
	public void setEnvironment(Environment environment) {
		this.broker = environment.containsProperty(BrokerConfiguration.SERVERS);
	}

	@Override
	public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[candidates.length];
		for (int i = 0; i < candidates.length; i++) {
			matches[i] = this.broker || candidates[i] == null
					|| !candidates[i].startsWith("org.springframework.boot.kafka.");
		}
		return matches;
	}

}
