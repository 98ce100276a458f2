package io.pangea.platform.problems;

import io.pangea.platform.Modules;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Domain errors as problem details. */
@Configuration(proxyBeanMethods = false)
class ProblemsConfiguration {

	@Bean
	DomainProblems domainProblems(Modules modules, JsonMapper json) {
		return new DomainProblems(modules, json);
	}

}
