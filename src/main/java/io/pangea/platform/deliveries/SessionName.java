package io.pangea.platform.deliveries;

import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Names the database sessions of this process, so that the database can tell whose a
 * delivery is.
 */
class SessionName implements BeanPostProcessor {

	private final String name = "pangea-" + UUID.randomUUID();

	String name() {
		return this.name;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool) {
			pool.setConnectionInitSql("set application_name = '%s'".formatted(this.name));
		}
		return bean;
	}

}
