package io.pangea.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the platform needs to know. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

	@Bean
	Modules modules() {
		return Modules.ofTheHouse();
	}

}
