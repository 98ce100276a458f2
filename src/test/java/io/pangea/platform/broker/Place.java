package io.pangea.platform.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.pangea.Pangea;
import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.products.ProductId;
import io.pangea.products.ProductWithdrawn;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some modules in a context of their own, as if it were a process. What it publishes and
 * hears is told by goods: withdrawn where products are, and so off sale in carts.
 */
final class Place implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private Place(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Runs some modules, or all when {@code modules} is {@code null}. */
	static Place run(@Nullable String modules, String database, @Nullable String broker, String... more) {
		List<String> settings = new ArrayList<>(List.of("--server.port=0", "--pangea.demo=false",
				"--pangea.service-secret=0123456789abcdef0123456789abcdef", "--pangea.broker.poll-interval=100ms",
				"--pangea.deliveries.poll-interval=100ms", "--pangea.deliveries.first-delay=100ms",
				"--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres"));
		if (modules != null) {
			settings.add("--pangea.run=" + modules);
		}
		if (broker != null) {
			settings.add("--spring.kafka.bootstrap-servers=" + broker);
		}
		settings.addAll(Arrays.asList(more));
		return new Place(new SpringApplicationBuilder(Pangea.class).run(settings.toArray(String[]::new)));
	}

	/** Says that a product is sold no more. */
	ProductWithdrawn withdraw(ProductId product) {
		ProductWithdrawn event = new ProductWithdrawn(UUID.randomUUID(), Instant.now(), product);
		bean(TransactionTemplate.class).executeWithoutResult((status) -> this.context.publishEvent(event));
		return event;
	}

	/** Has a product in a cart, on sale as far as is known. */
	ProductId seen() {
		ProductId product = ProductId.next();
		seen(product);
		return product;
	}

	void seen(ProductId product) {
		sql("""
				insert into cart.products (id, slug, name, physical, price, currency, priced_at, on_sale, on_sale_at)
				values ('%s', 'mug', 'Mug', true, 100, 'USD', now() - interval '1 day', true, now() - interval '1 day')
				""".formatted(product));
	}

	boolean isOnSale(ProductId product) {
		return bean(JdbcClient.class).sql("select on_sale from cart.products where id = ?")
			.param(product.value())
			.query(Boolean.class)
			.single();
	}

	/** Makes listeners of the cart fail, until it is mended. */
	void breakCarts() {
		sql("alter table cart.products rename to broken");
	}

	void mendCarts() {
		sql("alter table cart.broken rename to products");
	}

	void sql(String statement) {
		bean(JdbcClient.class).sql(statement).update();
	}

	long count(String what) {
		return bean(JdbcClient.class).sql("select count(*) from " + what).query(Long.class).single();
	}

	/** Deliveries that are not finished. */
	long open() {
		return count("pangea.event_publication") + count("pangea.held_delivery");
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	HeldDeliveries held() {
		return bean(HeldDeliveries.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
