package io.pangea.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.journeys.Shop.Answer;
import io.pangea.journeys.Staff;
import org.awaitility.Awaitility;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes until carts know that a product is sold no more: from the change of
 * its row to the change of theirs, both noted by the databases.
 */
final class EventLatency {

	private static final int EVENTS = 200;

	private final Shop shop;

	private final Staff staff;

	private final JdbcClient products;

	private final JdbcClient cart;

	/**
	 * @param products the database the products are in
	 * @param cart the database the carts are in
	 */
	EventLatency(Shop shop, Staff staff, JdbcClient products, JdbcClient cart) {
		this.shop = shop;
		this.staff = staff;
		this.products = products;
		this.cart = cart;
	}

	/** One event after the other, in microseconds, sorted. */
	long[] measure() {
		List<String> goods = Stream.generate(this::inACart).limit(EVENTS).toList();
		note(this.products, "products", "new.status = 'ARCHIVED'");
		note(this.cart, "cart", "not new.on_sale");
		goods.forEach(this::withdraw);
		Awaitility.await().until(() -> noted(this.cart, "cart").size() == EVENTS);
		Map<UUID, Long> heard = noted(this.cart, "cart");
		return noted(this.products, "products").entrySet()
			.stream()
			.mapToLong((said) -> heard.getOrDefault(said.getKey(), 0L) - said.getValue())
			.sorted()
			.toArray();
	}

	private String inACart() {
		String product = this.staff.sells("PHYSICAL", 1000, 1);
		Buyer.guest(this.shop).add(product, 1).ok();
		return product;
	}

	private void withdraw(String product) {
		Answer now = this.staff.get("/api/products/" + product).ok();
		var description = (ObjectNode) now.body().get("description");
		description.put("status", "ARCHIVED");
		this.staff.put("/api/products/" + product, description, "If-Match", now.headers().getOrDefault("ETag", ""))
			.ok();
	}

	private static void note(JdbcClient database, String module, String when) {
		database.sql("create table %s.noted (id uuid primary key, micros bigint)".formatted(module)).update();
		database.sql("""
				create function %1$s.note() returns trigger language plpgsql as $$ begin
				  insert into %1$s.noted values (new.id, extract(epoch from clock_timestamp()) * 1000000)
				      on conflict do nothing;
				  return new;
				end $$
				""".formatted(module)).update();
		database.sql("""
				create trigger note after update on %1$s.products for each row when (%2$s)
				execute function %1$s.note()
				""".formatted(module, when)).update();
	}

	private static Map<UUID, Long> noted(JdbcClient database, String module) {
		return database.sql("select id, micros from %s.noted".formatted(module))
			.query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
