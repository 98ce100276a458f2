package io.pangea.platform;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the platform needs to know. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

	@Bean
	Modules modules(BeanFactory beans) {
		return Modules.of(beans);
	}

}
