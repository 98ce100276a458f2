package io.pangea.videos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Films made by ffmpeg, good ones and bad ones. */
public final class Footage {

	private final Path directory;

	private final FfmpegBinary binary;

	public Footage(Path directory) {
		this.directory = directory;
		this.binary = new FfmpegBinary(settings(directory));
	}

	/** The defaults, and whatever is said otherwise as {@code name=value}. */
	static VideoSettings settings(Path directory, String... properties) {
		StandardEnvironment environment = new StandardEnvironment();
		TestPropertySourceUtils.addInlinedPropertiesToEnvironment(environment, properties);
		TestPropertySourceUtils.addInlinedPropertiesToEnvironment(environment, "pangea.videos.directory=" + directory);
		return Binder.get(environment).bindOrCreate("pangea.videos", VideoSettings.class);
	}

	/** Runs ffmpeg on generated pictures. */
	Path make(String name, String... arguments) {
		Path file = this.directory.resolve(name);
		List<String> command = new ArrayList<>();
		try {
			command.addAll(List.of(this.binary.path().toString(), "-v", "error", "-y", "-nostdin"));
			command.addAll(List.of(arguments));
			command.add(file.toString());
			Process process = new ProcessBuilder(command).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.start();
			String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
			if (!process.waitFor(Duration.ofMinutes(2)) || process.exitValue() != 0) {
				throw new IllegalStateException(said);
			}
			return file;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Some seconds of pictures with a sound. */
	public Path film(String name, String size, int seconds) {
		return make(name, "-f", "lavfi", "-i", "testsrc2=s=%s:r=10".formatted(size), "-f", "lavfi", "-i", "sine=440",
				"-t", String.valueOf(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a",
				"aac");
	}

	/** Pictures with a sound in English, and another one in Portuguese. */
	public Path dubbed(String name, String size, int seconds) {
		return make(name, "-f", "lavfi", "-i", "testsrc2=s=%s:r=10".formatted(size), "-f", "lavfi", "-i", "sine=440",
				"-f", "lavfi", "-i", "sine=660", "-map", "0", "-map", "1", "-map", "2", "-metadata:s:a:0",
				"language=eng", "-metadata:s:a:1", "language=por", "-t", String.valueOf(seconds), "-c:v", "libx264",
				"-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac");
	}

	/** 24 pictures a second with grain, which is more work than most films are. */
	public Path grainy(String name, String size, int seconds) {
		return make(name, "-f", "lavfi", "-i", "testsrc2=s=%s:r=24,noise=alls=12:allf=t".formatted(size), "-f", "lavfi",
				"-i", "sine=440", "-t", String.valueOf(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt",
				"yuv420p", "-c:a", "aac");
	}

	/**
	 * Has a film made ready as it is by default.
	 * @return how many sizes there are of it then
	 */
	public int makeReady(Path film) throws IOException {
		VideoSettings settings = settings(this.directory);
		Path job = Files.createTempDirectory(this.directory, "job");
		Files.copy(film, job.resolve("source"));
		return transcoder(new Ffmpeg(this.binary, settings), settings)
			.transcode(job, "source", Container.MP4, (percent) -> {
			})
			.streams()
			.pictures()
			.size();
	}

	static Transcoder transcoder(Ffmpeg ffmpeg, VideoSettings settings) {
		return new Transcoder(ffmpeg, new Stills(ffmpeg, settings), new EmbeddedTexts(ffmpeg), settings);
	}

	Path write(String name, byte[] content) throws IOException {
		return Files.write(this.directory.resolve(name), content);
	}

}
