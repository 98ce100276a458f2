package io.pangea.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

import io.pangea.testing.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of its own. It can be stopped and started again with what it kept; it ends
 * with this JVM at the latest.
 */
public final class DatabaseServer implements AutoCloseable {

	private final Path directory;

	private final int port = Ports.free();

	private @Nullable EmbeddedPostgres postgres;

	private DatabaseServer(Path directory) {
		this.directory = directory;
	}

	/** A new one, running. */
	public static DatabaseServer create() {
		try {
			DatabaseServer server = new DatabaseServer(Files.createTempDirectory("pangea-postgres"));
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A database, and the role that owns it and can reach nothing else. */
	public record Database(String url, String role, String password) {

		/** For a process that is to use it. */
		public Map<String, String> settings() {
			return Map.of("spring.datasource.url", this.url, "spring.datasource.username", this.role,
					"spring.datasource.password", this.password);
		}

		/** For tests that look into it. */
		public JdbcClient client() {
			return JdbcClient.create(new DriverManagerDataSource(this.url, this.role, this.password));
		}

	}

	/** A new, empty database that belongs to a new role of the same name. */
	public Database database(String name) {
		try (Connection connection = running().getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create role %1$s login password '%1$s-secret'".formatted(name));
			statement.execute("create database %1$s owner %1$s".formatted(name));
			statement.execute("revoke connect on database %s, postgres from public".formatted(name));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Database("jdbc:postgresql://localhost:%d/%s".formatted(this.port, name), name, name + "-secret");
	}

	/** Where it listens, whenever it runs. */
	public int port() {
		return this.port;
	}

	/** Starts it again after {@link #stop()}, at the same port. */
	public void start() {
		try {
			this.postgres = EmbeddedPostgres.builder()
				.setPort(this.port)
				.setDataDirectory(this.directory.resolve("data"))
				.setCleanDataDirectory(false)
				.setServerConfig("shared_buffers", "32MB")
				.setServerConfig("max_connections", "100")
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it: who is connected is cut off. */
	public void stop() {
		try {
			running().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it and forgets what it kept. */
	@Override
	public void close() {
		stop();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private EmbeddedPostgres running() {
		return Objects.requireNonNull(this.postgres, "It was never started");
	}

}
