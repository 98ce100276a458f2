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
import java.time.Instant;
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
 * others, takes no more memory, time and room than it is given, and ends with this
 * process, however that ends.
 */
@Component
class Ffmpeg {

	private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

	/** Between two looks at how much room is taken. */
	private static final long LOOK_MILLIS = 500;

	private static final int LONGEST_LOG = 64 * 1024;

	/** No single file it writes is larger: 512-byte blocks. */
	private static final long FILE_BLOCKS = 4L << 21;

	/**
	 * By a shell, which every such system has, whatever else it lacks. Its input is a
	 * pipe that this process holds the other end of and writes nothing to: when that end
	 * is gone, so is this process, and ffmpeg has to go.
	 */
	private static final String GUARDED = """
			exec 3<&0 </dev/null
			ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; ulimit -f "$3" 2>/dev/null; ulimit -c 0
			shift 3
			nice -n 19 "$@" 3<&- &
			film=$!
			{ read -r nothing <&3; kill -9 $film; } >/dev/null 2>&1 &
			guard=$!
			exec 3<&-
			wait $film
			code=$?
			kill $guard 2>/dev/null
			exit $code
			""";

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
		return List.of("-max_streams", String.valueOf(Source.MOST_STREAMS), "-protocol_whitelist", "file,pipe",
				"-format_whitelist", container.demuxer(), "-max_pixels", String.valueOf(this.bounds.largestPicture()),
				"-f", container.demuxer(), "-i", "file:" + file);
	}

	/**
	 * @param progress is told how many microseconds are done
	 * @throws IngestFailed when it takes longer or more room than it may
	 */
	Outcome run(Room room, Duration timeout, List<String> arguments, LongConsumer progress) throws IOException {
		List<String> command = new ArrayList<>(limits(timeout));
		command.addAll(List.of(this.binary.path().toString(), "-hide_banner", "-nostdin"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(room.directory().toFile());
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> !name.equals("PATH") && !name.equals("SystemRoot"));
		// Or else the static one that comes along crashes by the system's tables of text
		// encodings, as soon as an MPEG-TS file names a programme.
		environment.put("GCONV_PATH", "");
		Process process = builder.start();
		try {
			return outcome(process, room, Instant.now().plus(timeout), progress);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
		finally {
			if (process.isAlive()) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
			}
		}
	}

	private static Outcome outcome(Process process, Room room, Instant end, LongConsumer progress)
			throws InterruptedException, IOException {
		StringBuilder log = new StringBuilder();
		Thread listener = Thread.ofVirtual().start(() -> keepLog(process.getErrorStream(), log));
		Thread watcher = Thread.ofVirtual().start(() -> watch(process.getInputStream(), progress));
		boolean ended = false;
		while (!ended) {
			ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			if (room.isFull()) {
				throw new IngestFailed("What becomes of it is larger than it may be.");
			}
			if (!ended && Instant.now().isAfter(end)) {
				throw new IngestFailed("It took longer than it may.");
			}
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

	private List<String> limits(Duration timeout) {
		if (!Files.isExecutable(Path.of("/bin/sh"))) {
			return List.of();
		}
		long seconds = timeout.toSeconds() * Runtime.getRuntime().availableProcessors() + 1;
		return List.of("/bin/sh", "-c", GUARDED, "guard", String.valueOf(this.bounds.memory().toKilobytes()),
				String.valueOf(seconds), String.valueOf(FILE_BLOCKS));
	}

}
