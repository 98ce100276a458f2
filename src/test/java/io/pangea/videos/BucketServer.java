package io.pangea.videos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import io.pangea.testing.Ports;
import org.awaitility.Awaitility;

import org.springframework.util.FileSystemUtils;

/**
 * A server that speaks like Amazon's S3, in a process of its own, with the bucket
 * {@code films}. It does not check signatures.
 */
final class BucketServer implements AutoCloseable {

	private final Path directory;

	private final int port = Ports.free();

	private final Process process;

	BucketServer() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		try {
			this.directory = Files.createTempDirectory("pangea-s3");
			Path log = this.directory.resolve("log");
			this.process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m",
					"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar(), "--http.port=" + this.port,
					"--server.port=0", "--com.adobe.testing.s3mock.store.initial-buckets=films",
					"--com.adobe.testing.s3mock.store.root=" + Files.createDirectory(this.directory.resolve("root")))
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Awaitility.await("start of the S3 server, see " + log)
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(100))
				.until(() -> !this.process.isAlive() || listens());
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The S3 server did not start: " + Files.readString(log));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The dependency is a jar that is run, and adds nothing to the class path. */
	private static String jar() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.matches(".*s3mock-[\\d.]+-exec\\.jar"))
			.findFirst()
			.orElseThrow();
	}

	private boolean listens() {
		try (Socket socket = new Socket("localhost", this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	VideoSettings.Bucket bucket(String name) {
		return new VideoSettings.Bucket(name, "http://localhost:" + this.port, "us-east-1", "test", "test");
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
