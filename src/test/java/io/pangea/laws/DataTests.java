package io.pangea.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Law 6, data stays home: every module's role is refused every other module's tables, and
 * no migration reaches out.
 */
@StoreTest
class DataTests {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void noModuleCanReadTheTablesOfAnother() {
		List<String> owners = schemasWithTables();
		assertThat(owners).contains("products", "orders", "payments", "cart", "accounts");
		for (String reader : owners) {
			for (String owner : owners) {
				if (!reader.equals(owner)) {
					isRefused(reader, owner);
				}
			}
		}
	}

	@Test
	void everyModuleCanReadItsOwn() {
		assertThat(schemasWithTables()).allSatisfy((owner) -> assertThat(readAs(owner, owner)).isNotNegative());
	}

	@Test
	void noMigrationReachesIntoAnotherSchema() throws IOException {
		assertThat(TheHouse.BUSINESS.stream().flatMap(DataTests::migrations)).isNotEmpty();
		for (String module : TheHouse.BUSINESS) {
			assertThat(migrations(module).flatMap((script) -> strangers(script, module))).as(module).isEmpty();
		}
	}

	@Test
	void bitesWhoeverGotIn() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql("grant usage on schema products to pangea_orders").update();
			this.jdbc.sql("grant select on all tables in schema products to pangea_orders").update();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> isRefused("orders", "products"))
				.withMessageContaining("raise a throwable");
		});
	}

	@Test
	void bitesMigrationsThatReachOut() {
		assertThat(strangers("create table orders.lines (product uuid references products.product);", "orders"))
			.containsExactly("products.");
	}

	private void isRefused(String reader, String owner) {
		assertThatExceptionOfType(DataAccessException.class).as("%s reads %s", reader, owner)
			.isThrownBy(() -> readAs(reader, owner))
			.havingRootCause()
			.withMessageContaining("permission denied");
	}

	private List<String> schemasWithTables() {
		return this.jdbc
			.sql("select distinct schemaname from pg_tables where schemaname = any (:modules) order by schemaname")
			.param("modules", TheHouse.BUSINESS.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	private long readAs(String reader, String owner) {
		String table = this.jdbc.sql("select tablename from pg_tables where schemaname = ? order by tablename limit 1")
			.param(owner)
			.query(String.class)
			.single();
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.jdbc.sql("set local role pangea_" + reader).update();
			return this.jdbc.sql("select count(*) from %s.%s".formatted(owner, table)).query(Long.class).single();
		}));
	}

	private static Stream<String> migrations(String module) {
		try {
			Resource[] scripts = new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/%s/*.sql".formatted(module));
			return Stream.of(scripts).map(DataTests::text);
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static String text(Resource script) {
		try {
			return script.getContentAsString(UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> strangers(String script, String module) {
		String statements = script.replaceAll("--.*", "").replaceAll("'[^']*'", "''").toLowerCase(Locale.ROOT);
		return TheHouse.BUSINESS.stream()
			.filter((other) -> !other.equals(module))
			.map((other) -> other + ".")
			.filter((other) -> Pattern.compile("(?<![\\w.])" + Pattern.quote(other)).matcher(statements).find());
	}

}
