package io.pangea.videos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Runs ffmpeg on what strangers sent, as a child with bounds: it reads files in its own
 * directory and nothing else, knows nothing of this process's environment, yields to
 * others, and takes no more memory and time than it is given.
 */
@Component
class Ffmpeg {

	private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

	private static final int LONGEST_LOG = 64 * 1024;

	/** No single file it writes is larger: 512-byte blocks. */
	private static final long FILE_BLOCKS = 4L << 21;

	private final FfmpegBinary binary;

	private final VideoSettings.Ingest bounds;

	Ffmpeg(FfmpegBinary binary, VideoSettings settings) {
		this.binary = binary;
		this.bounds = settings.ingest();
	}

	/** How it ended, and what it said. */
	record Outcome(int code, String log) {

	}

	/**
	 * Options of an input, before its name: what may read it, and how large frames are.
	 */
	List<String> input(Container container, String file) {
		return List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", container.demuxer(), "-max_pixels",
				String.valueOf(this.bounds.largestPicture()), "-f", container.demuxer(), "-i", "file:" + file);
	}

	/**
	 * @param progress is told how many microseconds are done
	 * @throws IngestFailed when it takes longer than it may
	 */
	Outcome run(Path directory, Duration timeout, List<String> arguments, LongConsumer progress) throws IOException {
		List<String> command = new ArrayList<>(limits(timeout));
		command.addAll(List.of(this.binary.path().toString(), "-hide_banner", "-nostdin"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> !name.equals("PATH") && !name.equals("SystemRoot"));
		Process process = builder.start();
		try {
			return outcome(process, timeout, progress);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private Outcome outcome(Process process, Duration timeout, LongConsumer progress)
			throws InterruptedException, IOException {
		process.getOutputStream().close();
		StringBuilder log = new StringBuilder();
		Thread listener = Thread.ofVirtual().start(() -> keepLog(process.getErrorStream(), log));
		Thread watcher = Thread.ofVirtual().start(() -> watch(process.getInputStream(), progress));
		if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IngestFailed("It took longer than it may.");
		}
		listener.join(Duration.ofSeconds(5));
		watcher.join(Duration.ofSeconds(5));
		synchronized (log) {
			return new Outcome(process.exitValue(), log.toString());
		}
	}

	private static void keepLog(InputStream from, StringBuilder log) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
			char[] some = new char[4096];
			for (int read = lines.read(some); read >= 0; read = lines.read(some)) {
				synchronized (log) {
					log.append(some, 0, Math.min(read, LONGEST_LOG - log.length()));
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			LOG.debug("What ffmpeg says ends", ex);
		}
	}

	private static void watch(InputStream from, LongConsumer progress) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.matches("out_time_us=\\d{1,18}")) {
					progress.accept(Long.parseLong(line.substring(line.indexOf('=') + 1)));
				}
			}
		}
		catch (IOException ex) {
			LOG.debug("What ffmpeg tells of its progress ends", ex);
		}
	}

	/** By a shell, which every such system has, whatever else it lacks. */
	private List<String> limits(Duration timeout) {
		if (!Files.isExecutable(Path.of("/bin/sh"))) {
			return List.of();
		}
		long seconds = timeout.toSeconds() * Runtime.getRuntime().availableProcessors() + 1;
		return List.of("/bin/sh", "-c",
				"ulimit -v %d 2>/dev/null; ulimit -t %d 2>/dev/null; ulimit -f %d 2>/dev/null; ulimit -c 0; exec nice -n 10 \"$0\" \"$@\""
					.formatted(this.bounds.memory().toKilobytes(), seconds, FILE_BLOCKS));
	}

}
