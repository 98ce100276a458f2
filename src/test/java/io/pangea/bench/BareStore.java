package io.pangea.bench;

import java.util.Map;
import java.util.UUID;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The floor: the same row of the same database as JSON by nothing but Spring MVC and
 * {@link JdbcClient}, without security, modules or events, in a process of its own.
 */
@Profile("floor")
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
		excludeName = { "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration",
				"org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
				"org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
				"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
				"org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration" })
@Import(BareStore.Products.class)
class BareStore {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(BareStore.class);
		application.setAdditionalProfiles("floor");
		application.run(args);
	}

	/** One endpoint. */
	@Profile("floor")
	@RestController
	static class Products {

		private final JdbcClient jdbc;

		Products(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@GetMapping("/bare/{id}")
		Map<String, Object> find(@PathVariable UUID id) {
			return this.jdbc.sql("select * from products.product where id = ?").param(id).query().singleRow();
		}

	}

}
