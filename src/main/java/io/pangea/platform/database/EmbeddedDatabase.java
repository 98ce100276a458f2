package io.pangea.platform.database;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.ReflectionUtils;

/**
 * A real PostgreSQL that runs beside the application and keeps its data in a directory,
 * for those who have no server. Only one process may use a directory at a time.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final Duration STARTUP = Duration.ofSeconds(60);

	private final DirectoryLock lock;

	private final ServerProcess server;

	private final FutureTask<EmbeddedPostgres> postgres;

	/**
	 * Starts the server in the background; who asks for its address waits for it.
	 * @throws DataDirectoryUnusable when the directory cannot be written or another
	 * process uses it
	 */
	EmbeddedDatabase(Path directory) {
		this.lock = DirectoryLock.acquire(directory);
		this.server = new ServerProcess(directory.resolve("postgres"));
		this.postgres = new FutureTask<>(() -> start(directory));
		LOG.info("Starting the embedded database in {}", directory.toAbsolutePath().normalize());
		Thread.ofPlatform().name("embedded-database").start(this.postgres);
	}

	private EmbeddedPostgres start(Path directory) {
		try {
			this.server.stop();
			EmbeddedPostgres started = startIn(directory);
			takeOverShutdown(started);
			return started;
		}
		catch (IOException | RuntimeException ex) {
			throw new DataDirectoryUnusable(directory,
					"PostgreSQL does not start in it (%s)".formatted(ex.getMessage()), "Mend what it says", ex);
		}
	}

	private static EmbeddedPostgres startIn(Path directory) throws IOException {
		Path binaries = Files.createDirectories(directory.resolve("postgres-binaries"));
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(binaries.toFile())
			.setDataDirectory(directory.resolve("postgres"))
			.setCleanDataDirectory(false)
			.setPGStartupWait(STARTUP)
			.setServerConfig("shared_buffers", "64MB")
			.setServerConfig("max_connections", "100")
			.setServerConfig("fsync", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("synchronous_commit", "on")
			.start();
	}

	/**
	 * The library stops the server in a shutdown hook of its own, while requests are
	 * still being answered; telling it that this has happened leaves it to
	 * {@link #close()}, after the connection pool.
	 */
	private static void takeOverShutdown(EmbeddedPostgres postgres) {
		Field closed = ReflectionUtils.findField(EmbeddedPostgres.class, "closed", AtomicBoolean.class);
		if (closed != null) {
			ReflectionUtils.makeAccessible(closed);
			((AtomicBoolean) Objects.requireNonNull(ReflectionUtils.getField(closed, postgres))).set(true);
		}
	}

	@Override
	public String getJdbcUrl() {
		return started().getJdbcUrl("postgres", "postgres");
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "postgres";
	}

	private EmbeddedPostgres started() {
		try {
			return this.postgres.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof DataDirectoryUnusable unusable) ? unusable : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the embedded database was starting", ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			started();
		}
		catch (RuntimeException ex) {
			LOG.debug("There is nothing to stop", ex);
		}
		this.server.stop();
		this.lock.close();
	}

}
