package io.pangea.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL whose application was killed goes on running and holds the data directory.
 * It is asked to stop before a new one starts; the directory lock has made sure that
 * nobody else needs it.
 */
record ServerProcess(Path dataDirectory) {

	/**
	 * Lets it finish what it is doing for clients that are connected, and waits until it
	 * is gone.
	 */
	void stop() throws IOException {
		Path pidFile = this.dataDirectory.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
		ProcessHandle.of(pid).filter(ServerProcess::isPostgres).ifPresent(ServerProcess::stopAndWait);
	}

	// The number may by now belong to something else entirely.
	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().map((it) -> it.contains("postgres")).orElse(true);
	}

	private static void stopAndWait(ProcessHandle process) {
		process.destroy();
		process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally((ex) -> {
			throw new CompletionException("PostgreSQL (process %d) does not stop".formatted(process.pid()), ex);
		}).join();
	}

}
