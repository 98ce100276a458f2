package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One PostgreSQL for all tests of a build; every application context gets a database of
 * its own on it.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (context.getParent() != null) {
			return;
		}
		context.getBeanFactory().addBeanPostProcessor(new ModuleRoles());
		if (context.getEnvironment().containsProperty("spring.datasource.url")) {
			return;
		}
		Map<String, Object> properties = Map.of("spring.datasource.url", create(), "spring.datasource.username",
				"postgres", "spring.datasource.password", "postgres",
				// The server may be gone before the last context closes.
				"spring.datasource.hikari.connection-timeout", "10000");
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", properties));
	}

	/** A new, empty database. */
	public static String create() {
		String name = "test" + COUNT.incrementAndGet();
		try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
			return Server.POSTGRES.getJdbcUrl("postgres", name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
	}

	private static final class Server {

		static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
