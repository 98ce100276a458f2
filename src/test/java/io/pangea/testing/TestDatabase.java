package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

	private static final String SUPERUSER = "postgres";

	/** Those that tests have not ended themselves, and some that they have. */
	private static final Set<ConfigurableApplicationContext> APPLICATIONS = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (context.getParent() != null) {
			return;
		}
		APPLICATIONS.add(context);
		if (!context.getEnvironment().getProperty("spring.datasource.username", SUPERUSER).equals(SUPERUSER)) {
			return;
		}
		context.getBeanFactory().addBeanPostProcessor(new ModuleRoles());
		if (context.getEnvironment().containsProperty("spring.datasource.url")) {
			return;
		}
		Map<String, Object> properties = Map.of("spring.datasource.url", create(), "spring.datasource.username",
				SUPERUSER, "spring.datasource.password", SUPERUSER,
				// The server may be gone before the last context closes.
				"spring.datasource.hikari.connection-timeout", "10000");
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", properties));
	}

	/** Ends all that work with one of the databases. */
	static void closeApplications() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List.copyOf(APPLICATIONS).forEach((application) -> threads.execute(application::close));
		}
	}

	/** A new, empty database of the superuser. */
	public static String create() {
		String name = "test" + COUNT.incrementAndGet();
		execute("create database " + name);
		return Server.POSTGRES.getJdbcUrl(SUPERUSER, name);
	}

	/**
	 * A new, empty database and the only role that may connect to it, which may do
	 * nothing anywhere else.
	 */
	public static Home home() {
		String name = "home" + COUNT.incrementAndGet();
		execute("create role %s login password '%s'".formatted(name, name));
		execute("create database %1$s owner %1$s".formatted(name));
		execute("revoke all on database %s from public".formatted(name));
		return new Home(Server.POSTGRES.getJdbcUrl(name, name), name);
	}

	/** Where a role is at home; its password is its name. */
	public record Home(String url, String role) {

		/** The settings of a store that lives there, as {@code name=value}. */
		public List<String> settings() {
			return List.of("spring.datasource.url=" + this.url, "spring.datasource.username=" + this.role,
					"spring.datasource.password=" + this.role);
		}

	}

	/** Whether a database takes new connections; those there are stay. */
	public static void allowConnections(String url, boolean allowed) {
		execute("alter database %s allow_connections %s".formatted(nameOf(url), allowed));
	}

	/**
	 * Ends all connections of a database and takes no new ones, as when its server is
	 * gone, until {@link #allowConnections}.
	 */
	public static void cutOff(String url) {
		allowConnections(url, false);
		execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(nameOf(url)));
	}

	private static String nameOf(String url) {
		return url.replaceFirst(".*/([a-z0-9]+).*", "$1");
	}

	private static void execute(String command) {
		try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(command);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
	}

	private static final class Server {

		static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("max_connections", "400").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
