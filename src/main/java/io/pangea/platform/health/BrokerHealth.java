package io.pangea.platform.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Whether the broker answers. Events wait for it, in both directions; people do not have
 * to.
 */
class BrokerHealth implements HealthIndicator, DisposableBean {

	private static final int PATIENCE = 2000;

	private final Glance<Health> glance = new Glance<>(this::look);

	private final KafkaAdmin settings;

	private @Nullable Admin admin;

	BrokerHealth(KafkaAdmin settings) {
		this.settings = settings;
	}

	@Override
	public Health health() {
		return this.glance.get();
	}

	private Health look() {
		try {
			admin().describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE))
				.nodes()
				.get(PATIENCE, TimeUnit.MILLISECONDS);
			return Health.up().build();
		}
		catch (ExecutionException | TimeoutException ex) {
			return Missing.because("does not answer");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Missing.because("does not answer");
		}
	}

	private synchronized Admin admin() {
		if (this.admin == null) {
			this.admin = Admin.create(this.settings.getConfigurationProperties());
		}
		return this.admin;
	}

	@Override
	public synchronized void destroy() {
		if (this.admin != null) {
			this.admin.close();
		}
	}

}
