package io.pangea.platform.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.pangea.products.ProductId;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.TestDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Many events, several instances, and listeners that cannot keep up. */
class ScaleTests {

	private final String prefix = "--pangea.broker.prefix=scale-" + UUID.randomUUID();

	private final String broker = KafkaBroker.shared().address();

	@Test
	void twoInstancesShareTheWorkAndDoEachDeliveryOnce() {
		String carts = TestDatabase.create();
		String goods = TestDatabase.create();
		try (Place one = Place.run("cart", carts, this.broker, this.prefix);
				Place two = Place.run("cart", carts, this.broker, this.prefix);
				Place products = Place.run("products", goods, this.broker, this.prefix);
				Place sister = Place.run("products", goods, this.broker, this.prefix)) {
			one.sql("create table cart.changed (id uuid, by text)");
			one.sql("""
					create function cart.note() returns trigger language plpgsql as $$ begin
					  insert into cart.changed values (new.id, current_setting('application_name'));
					  return new;
					end $$
					""");
			one.sql("create trigger note after update on cart.products for each row execute function cart.note()");
			one.sql("grant all on cart.changed to public");
			List<ProductId> seen = Stream.generate(one::seen).limit(150).toList();
			for (int i = 0; i < seen.size(); i++) {
				((i % 2 == 0) ? products : sister).withdraw(seen.get(i));
			}
			await().untilAsserted(() -> assertThat(one.count("cart.products where on_sale")).isZero());
			await().untilAsserted(() -> assertThat(one.open() + products.open()).isZero());
			assertThat(one.count("cart.changed")).isEqualTo(seen.size());
			assertThat(two.bean(Incoming.class).isRunning()).isTrue();
		}
	}

	@Test
	void eventsStayWithTheBrokerWhileListenersCannotKeepUp() {
		String database = TestDatabase.create();
		try (Place cart = Place.run("cart", database, this.broker, this.prefix, "--pangea.broker.backlog=10");
				Place products = Place.run("products", TestDatabase.create(), this.broker, this.prefix)) {
			List<ProductId> seen = Stream.generate(cart::seen).limit(400).toList();
			whileCartsAreLocked(database, () -> {
				seen.forEach(products::withdraw);
				await().untilAsserted(() -> assertThat(products.open()).isZero());
				await().during(Duration.ofSeconds(2))
					.untilAsserted(() -> assertThat(cart.count("pangea.event_publication")).isBetween(10L, 200L));
			});
			await().untilAsserted(() -> assertThat(cart.count("cart.products where on_sale")).isZero());
			await().untilAsserted(() -> assertThat(cart.open()).isZero());
		}
	}

	@Test
	void processThatEndsFinishesItsDeliveryAndLeavesItsPlaceToOthersAtOnce() throws Exception {
		String database = TestDatabase.create();
		JdbcClient direct = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
		try (Place products = Place.run("products", TestDatabase.create(), this.broker, this.prefix);
				Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.broker))) {
			String group = this.prefix.substring(this.prefix.indexOf('=') + 1) + ".cart";
			try (Place cart = Place.run("cart", database, this.broker, this.prefix)) {
				cart.sql("""
						create function cart.dawdle() returns trigger language plpgsql as $$ begin
						  perform pg_sleep(2);
						  return new;
						end $$
						""");
				cart.sql(
						"create trigger dawdle before update on cart.products for each row execute function cart.dawdle()");
				ProductId seen = cart.seen();
				products.withdraw(seen);
				await().until(() -> direct.sql(
						"select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')")
					.query(Boolean.class)
					.single());
				assertThat(members(admin, group)).isPositive();
			}
			assertThat(members(admin, group)).isZero();
			assertThat(direct.sql("select count(*) from cart.products where on_sale").query(Long.class).single())
				.isZero();
			assertThat(direct.sql("select count(*) from pangea.event_publication").query(Long.class).single()).isZero();
		}
	}

	private static int members(Admin admin, String group) throws Exception {
		return Objects.requireNonNull(admin.describeConsumerGroups(List.of(group)).all().get().get(group))
			.members()
			.size();
	}

	private static void whileCartsAreLocked(String database, Runnable action) {
		DataSource direct = new DriverManagerDataSource(database, "postgres", "postgres");
		new TransactionTemplate(new JdbcTransactionManager(direct)).executeWithoutResult((status) -> {
			JdbcClient.create(direct).sql("lock table cart.products in exclusive mode").update();
			action.run();
		});
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
	}

}
