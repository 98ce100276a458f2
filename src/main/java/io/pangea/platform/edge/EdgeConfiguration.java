package io.pangea.platform.edge;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.concurrent.Executors;

import io.pangea.platform.Modules;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The edge, where this process is one and something runs elsewhere. */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
class EdgeConfiguration {

	/** After the request's context is known, before anybody reads the request. */
	@Bean
	ServletContextInitializer edgeFilter(EdgeSettings settings, Modules modules, Topology topology, JsonMapper json,
			Problems problems) {
		if (topology.isTogether() || Collections.disjoint(topology.running(), settings.modules())) {
			return (context) -> {
			};
		}
		HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(settings.connectTimeout())
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		var filter = new FilterRegistrationBean<>(
				new EdgeFilter(new Routes(settings, modules, topology), http, json, problems));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
		return filter;
	}

}
