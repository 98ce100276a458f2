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
record Leftover(Path dataDirectory) {

	void stop() throws IOException {
		Path pidFile = this.dataDirectory.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
		ProcessHandle.of(pid).filter(Leftover::isPostgres).ifPresent(Leftover::stopAndWait);
	}

	// The number may by now belong to something else entirely.
	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().filter((it) -> it.contains("postgres")).isPresent();
	}

	private static void stopAndWait(ProcessHandle process) {
		process.destroy();
		process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally((ex) -> {
			throw new CompletionException("An earlier PostgreSQL (process %d) does not stop".formatted(process.pid()),
					ex);
		}).join();
	}

}
