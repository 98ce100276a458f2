package io.pangea.platform.lifecycle;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The order in which things end. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

	@Bean
	Farewell farewell(@Value("${pangea.shutdown.notice:0s}") Duration notice, ThreadPoolTaskScheduler taskScheduler,
			ThreadPoolTaskExecutor deliveryExecutor) {
		return new Farewell(notice, taskScheduler, deliveryExecutor);
	}

	@Bean
	@ConditionalOnWebApplication
	FilterRegistrationBean<LastAnswers> lastAnswers(ApplicationAvailability availability) {
		var filter = new FilterRegistrationBean<>(new LastAnswers(availability));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}
