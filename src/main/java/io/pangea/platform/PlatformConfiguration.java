package io.pangea.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** What every part of the platform needs to know. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

	@Bean
	static Modules modules(ResourceLoader classPath) {
		return Modules.ofTheHouse().readThrough(classPath);
	}

}
