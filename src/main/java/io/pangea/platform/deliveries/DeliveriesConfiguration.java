package io.pangea.platform.deliveries;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Listeners run on a few threads of their own: each delivery needs connections, and the
 * pool is finite.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveriesConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(DeliveriesConfiguration.class);

	@Bean
	static SessionName sessionName() {
		return new SessionName();
	}

	@Bean
	Heartbeat heartbeat(SessionName session, JdbcClient jdbc) {
		return new Heartbeat(session, jdbc);
	}

	// Closed first: as long as a listener runs, this process is alive.
	@DependsOn("heartbeat")
	@Bean({ "applicationTaskExecutor", AsyncAnnotationBeanPostProcessor.DEFAULT_TASK_EXECUTOR_BEAN_NAME })
	ThreadPoolTaskExecutor deliveryExecutor(DeliverySettings settings) {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix("delivery-");
		executor.setCorePoolSize(settings.concurrency());
		executor.setWaitForTasksToCompleteOnShutdown(true);
		executor.setAwaitTerminationSeconds(20);
		return executor;
	}

	/** A failed delivery comes again, so its failure is told in a line. */
	@Bean
	AsyncConfigurer deliveryFailures() {
		return new AsyncConfigurer() {
			@Override
			public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
				return (ex, method, arguments) -> LOG.warn("Delivery to {}.{} failed: {}",
						method.getDeclaringClass().getSimpleName(), method.getName(), ex.toString(),
						LOG.isDebugEnabled() ? ex : null);
			}
		};
	}

	@Bean
	MeterBinder deliveryMeters(HeldDeliveries held) {
		return (registry) -> {
			Gauge.builder("pangea.deliveries.parked", () -> held.count(true))
				.description("Deliveries given up until somebody replays them")
				.register(registry);
			Gauge.builder("pangea.deliveries.waiting", () -> held.count(false))
				.description("Failed deliveries that wait for their next attempt")
				.register(registry);
			TimeGauge.builder("pangea.deliveries.oldest", held::age, TimeUnit.SECONDS)
				.description(
						"How long the oldest event that has not reached all listeners is waiting, parked ones aside")
				.register(registry);
		};
	}

}
