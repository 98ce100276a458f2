package io.pangea.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The floor: the same row of the same database as JSON by nothing but Spring MVC and
 * {@link JdbcClient}, without security, modules or events, in a process of its own. It
 * stands behind a profile, since the store's component scan sees the classes of tests.
 */
@Profile("floor")
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
		DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
@Import(BareStore.Products.class)
class BareStore {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(BareStore.class);
		application.setAdditionalProfiles("floor");
		application.run(args);
	}

	/** A row, and nothing at all. */
	@Profile("floor")
	@RestController
	static class Products {

		private final JdbcClient jdbc;

		Products(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@GetMapping("/bare/{id}")
		Map<String, Object> find(@PathVariable UUID id) {
			return this.jdbc.sql("""
					select id, sku, slug, name, description, category, brand, kind, price_minor, currency,
					    images::text, attributes::text, translations::text, status, version, updated_at,
					    on_hand - reserved as available
					from products.products join products.stock on product_id = id
					where id = ?
					""").param(id).query().singleRow();
		}

		/** Where {@link io.pangea.orders.Orders#deliveryOptions} is. */
		@GetMapping("/api/orders/delivery-options")
		List<String> nothing() {
			return List.of();
		}

	}

}
