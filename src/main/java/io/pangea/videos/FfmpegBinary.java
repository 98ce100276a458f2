package io.pangea.videos;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Which ffmpeg there is: the one that was named, else one on the {@code PATH} unless it
 * is older than the one that comes along, else that.
 */
@Component
class FfmpegBinary {

	private static final Logger LOG = LoggerFactory.getLogger(FfmpegBinary.class);

	private static final int BUNDLED_VERSION = 4;

	private static final Pattern VERSION = Pattern.compile("ffmpeg version n?(\\d{1,4})\\.");

	private final VideoSettings settings;

	private @Nullable Path path;

	FfmpegBinary(VideoSettings settings) {
		this.settings = settings;
	}

	/** Looked for once, when it is first needed. */
	synchronized Path path() throws IOException {
		if (this.path == null) {
			this.path = (this.settings.ffmpeg() != null) ? this.settings.ffmpeg() : find();
			LOG.info("Films are made ready by {}", this.path);
		}
		return this.path;
	}

	private Path find() throws IOException {
		Optional<Path> installed = Stream
			.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
			.flatMap((directory) -> Stream.of("ffmpeg", "ffmpeg.exe").map((name) -> Path.of(directory, name)))
			.filter((file) -> file.isAbsolute() && Files.isExecutable(file) && version(file) > BUNDLED_VERSION)
			.findFirst();
		return installed.isPresent() ? installed.get() : unpacked();
	}

	private static int version(Path file) {
		try {
			Process process = new ProcessBuilder(file.toString(), "-version").redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
			process.destroyForcibly();
			return VERSION.matcher(said)
				.results()
				.map((MatchResult it) -> Integer.parseInt(it.group(1)))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** In a directory of our own, where nobody else can put one. */
	private Path unpacked() throws IOException {
		String name = "ffmpeg-" + (isWindows() ? "amd64.exe" : architecture());
		URL packed = FfmpegBinary.class.getResource("/ws/schild/jave/nativebin/" + name);
		if (packed == null) {
			throw new IOException("There is no ffmpeg for this system (" + name + "): install one, or name it "
					+ "with --pangea.videos.ffmpeg=…");
		}
		Path directory = Files.createDirectories(this.settings.directory().resolve("bin").toAbsolutePath());
		Path binary = directory.resolve(name);
		URLConnection connection = packed.openConnection();
		if (Files.isExecutable(binary) && Files.size(binary) == connection.getContentLengthLong()) {
			return binary;
		}
		Path copy = Files.createTempFile(directory, "ffmpeg", ".part");
		try (InputStream in = connection.getInputStream()) {
			Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
		}
		if (!copy.toFile().setExecutable(true)) {
			throw new IOException(copy + " cannot be made executable");
		}
		return Files.move(copy, binary, StandardCopyOption.ATOMIC_MOVE);
	}

	private static boolean isWindows() {
		return System.getProperty("os.name", "").startsWith("Windows");
	}

	private static String architecture() {
		boolean mac = System.getProperty("os.name", "").startsWith("Mac");
		boolean arm = Arrays.asList("aarch64", "arm64").contains(System.getProperty("os.arch", ""));
		return (arm ? "aarch64" : mac ? "x86_64" : "amd64") + (mac ? "-osx" : "");
	}

}
