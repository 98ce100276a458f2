package io.pangea.platform.problems;

import io.pangea.platform.Modules;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Errors as problem details. */
@Configuration(proxyBeanMethods = false)
class ProblemsConfiguration {

	@Bean
	@ConditionalOnWebApplication
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadableAddresses() {
		return (server) -> server
			.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new UnreadableAddress()));
	}

	@Bean
	DomainProblems domainProblems(Modules modules, JsonMapper json) {
		return new DomainProblems(modules, json);
	}

	@Bean
	Problems problems(DomainProblems domain, JsonMapper json) {
		return new Problems(domain, json);
	}

}
