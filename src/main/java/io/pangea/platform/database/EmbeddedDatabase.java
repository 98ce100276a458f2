package io.pangea.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL that runs beside the application and keeps its data in a directory,
 * for those who have no server. Only one process may use a directory at a time.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Duration STARTUP = Duration.ofSeconds(60);

	private final DirectoryLock lock;

	private final EmbeddedPostgres postgres;

	/**
	 * @throws DataDirectoryUnusable when the directory cannot be written or another
	 * process uses it
	 */
	EmbeddedDatabase(Path directory) {
		this.lock = DirectoryLock.acquire(directory);
		try {
			new Leftover(directory.resolve("postgres")).stop();
			this.postgres = start(directory);
		}
		catch (IOException | RuntimeException ex) {
			this.lock.close();
			throw new DataDirectoryUnusable(directory,
					"PostgreSQL does not start in it (%s)".formatted(ex.getMessage()), ex);
		}
	}

	private static EmbeddedPostgres start(Path directory) throws IOException {
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

	@Override
	public String getJdbcUrl() {
		return this.postgres.getJdbcUrl("postgres", "postgres");
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "postgres";
	}

	@Override
	public void close() throws IOException {
		this.postgres.close();
		this.lock.close();
	}

}
