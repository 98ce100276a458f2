package io.pangea.videos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of films, and of files that only say they are films; with the real ffmpeg.
 */
@Timeout(300)
class TranscoderTests {

	@TempDir
	static Path shared;

	@TempDir
	Path directory;

	private static Footage footage;

	@BeforeAll
	static void prepare() {
		footage = new Footage(shared);
	}

	@Test
	void makesThreeSizesWithSoundsAndPictures() throws IOException {
		List<Integer> progress = new ArrayList<>();
		Path film = footage.film("film.mp4", "640x360", 6);
		Transcoder.Result made = transcode(film, Container.MP4, progress::add);
		Streams streams = made.streams();
		assertThat(streams.seconds()).isBetween(5.9, 6.2);
		assertThat(streams.pictures()).extracting(Streams.Picture::height).containsExactly(360, 240, 144);
		assertThat(streams.pictures()).extracting(Streams.Picture::width).containsExactly(640, 426, 256);
		assertThat(streams.pictures()).allSatisfy((it) -> {
			assertThat(it.codec()).matches("avc1\\.64[0-9A-F]{4}");
			assertThat(it.peak()).isGreaterThanOrEqualTo(it.average()).isPositive();
		});
		assertThat(streams.sounds()).singleElement().extracting(Streams.Sound::codec).isEqualTo("mp4a.40.2");
		assertThat(Files.readString(made.directory().resolve("v0/index.m3u8"))).contains("#EXT-X-MAP:URI=\"init.mp4\"",
				"0.m4s", "1.m4s", "#EXT-X-ENDLIST");
		assertThat(size(made, "poster.jpg")).containsExactly(240, 360);
		assertThat(size(made, "backdrop.jpg")).containsExactly(640, 360);
		assertThat(size(made, "sprite.jpg")).containsExactly(6 * 160, 90);
		assertThat(Files.readString(made.directory().resolve("sprite.vtt"))).startsWith("WEBVTT\n")
			.contains("00:00:05.000 --> 00:00:06.000\nsprite.jpg#xywh=800,0,160,90");
		assertThat(progress).isNotEmpty().isSorted().last().matches((it) -> it > 90 && it < 100);
	}

	@Test
	void keepsEverySoundAndTheSubtitlesInside() throws IOException {
		footage.write("words.srt", "1\n00:00:00,500 --> 00:00:01,500\nOlá\n".getBytes(StandardCharsets.UTF_8));
		Path film = footage.make("tracks.mkv", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10", "-f", "lavfi", "-i",
				"sine=440", "-f", "lavfi", "-i", "sine=220", "-i", "words.srt", "-map", "0", "-map", "1", "-map", "2",
				"-map", "3", "-t", "2", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=por",
				"-metadata:s:s:0", "language=por", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-c:s",
				"srt");
		Transcoder.Result made = transcode(film, Container.MATROSKA);
		assertThat(made.streams().sounds()).extracting(Streams.Sound::language).containsExactly("en", "pt");
		assertThat(made.texts()).singleElement().satisfies((text) -> {
			assertThat(text.language()).isEqualTo("pt");
			assertThat(text.text()).startsWith("WEBVTT").contains("Olá");
		});
	}

	@Test
	void worksWithoutSound() throws IOException {
		Path film = footage.make("silent.webm", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=10", "-t", "1", "-c:v",
				"libvpx", "-deadline", "realtime");
		Transcoder.Result made = transcode(film, Container.MATROSKA);
		assertThat(made.streams().sounds()).isEmpty();
		assertThat(made.streams().pictures()).extracting(Streams.Picture::height).containsExactly(90);
	}

	@ParameterizedTest
	@CsvSource({ "MPEG_TS, film.ts, libx264", "AVI, film.avi, mpeg4", "MATROSKA, film.mkv, libx264",
			"QUICKTIME, film.mov, libx264", "OGG, film.ogv, libtheora" })
	void readsEverySortOfFile(Container container, String name, String codec) throws IOException {
		Path film = footage.make(name, "-f", "lavfi", "-i", "testsrc2=s=160x90:r=10", "-t", "1", "-c:v", codec,
				"-pix_fmt", "yuv420p");
		assertThat(transcode(film, container).streams().pictures()).hasSize(1);
	}

	@Test
	void showsPicturesAsWideAsTheyAreMeant() throws IOException {
		Path film = footage.make("wide.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10,setsar=4/3", "-t", "1",
				"-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
		assertThat(transcode(film, Container.MP4).streams().pictures().getFirst().width()).isEqualTo(426);
	}

	@ParameterizedTest
	@EnumSource
	void failsCleanlyOnWhatIsOnlyABeginning(Container container) throws IOException {
		byte[] head = new byte[4096];
		byte[] magic = switch (container) {
			case MP4 -> "\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1);
			case MATROSKA -> "\u001aE\u00df\u00a3".getBytes(StandardCharsets.ISO_8859_1);
			default -> "RIFF\0\0\0\0AVI LIST".getBytes(StandardCharsets.ISO_8859_1);
		};
		System.arraycopy(magic, 0, head, 0, magic.length);
		isRefused(footage.write("beginning", head), container);
	}

	@Test
	void failsCleanlyOnTruncatedFilms() throws IOException {
		byte[] whole = Files.readAllBytes(footage.film("whole.mp4", "320x180", 2));
		isRefused(footage.write("truncated.mp4", Arrays.copyOf(whole, whole.length / 2)), Container.MP4);
	}

	@Test
	void refusesAbsurdResolutions() throws IOException {
		Path film = footage.make("huge.mkv", "-f", "lavfi", "-i", "color=s=8192x4320:r=1", "-t", "1", "-c:v", "libx264",
				"-preset", "ultrafast");
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(film, Container.MATROSKA))
			.withMessageContaining("larger than they may be");
	}

	/**
	 * All that is looked at first says that pictures are small, and what follows is not.
	 */
	@Test
	void failsCleanlyOnPicturesThatGrow() throws IOException {
		Path small = footage.make("small.ts", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=10", "-t", "8", "-c:v",
				"libx264", "-preset", "ultrafast");
		Path huge = footage.make("huge.ts", "-f", "lavfi", "-i", "color=s=8192x4320:r=10", "-t", "2", "-c:v", "libx264",
				"-preset", "ultrafast");
		byte[] first = Files.readAllBytes(small);
		byte[] second = Files.readAllBytes(huge);
		byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		Path bomb = footage.write("bomb.ts", both);
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(bomb, Container.MPEG_TS))
			.withMessageContaining("damaged, or larger inside");
	}

	@Test
	void refusesAbsurdFrameRates() throws IOException {
		Path film = footage.make("fast.mp4", "-f", "lavfi", "-i", "color=s=16x16:r=100000", "-frames:v", "20000",
				"-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-video_track_timescale", "100000");
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(film, Container.MP4))
			.withMessageContaining("more pictures a second than it may");
	}

	@Test
	void showsNoMorePicturesASecondThanAnybodySees() throws IOException {
		Path film = footage.make("quick.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=200", "-t", "2", "-c:v",
				"libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
		Transcoder.Result made = transcode(film, Container.MP4);
		Path segment = this.directory.resolve("segment.mp4");
		for (String part : List.of("v0/init.mp4", "v0/0.m4s")) {
			Files.write(segment, Files.readAllBytes(made.directory().resolve(part)), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
		assertThat(said(segment)).anyMatch((line) -> line.contains("Video: h264") && line.contains(" 60 fps"));
	}

	/** As much as would be there when all of it was made. */
	@Test
	void makesNoMoreThanThereIsRoomFor() throws IOException {
		Path film = footage.grainy("grainy.mp4", "320x180", 10);
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(film, Container.MP4, (done) -> {
		}, "pangea.videos.ingest.largest-result=100KB")).withMessageContaining("larger than it may be");
	}

	/** It would go on for an hour, in files that are small each. */
	@Test
	void endsWhatTakesTooMuchRoomWhileItRuns() {
		VideoSettings settings = Footage.settings(shared);
		Ffmpeg ffmpeg = new Ffmpeg(new FfmpegBinary(settings), settings);
		List<String> endless = List.of("-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25", "-t",
				"3600", "-c:v", "rawvideo", "-f", "segment", "-segment_format", "nut", "-segment_time", "0.1",
				"%d.nut");
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(
				() -> ffmpeg.run(new Room(this.directory, 5_000_000), Duration.ofMinutes(2), endless, (done) -> {
				}))
			.withMessageContaining("larger than it may be");
	}

	@Test
	void readsSomeOfManySoundsAndSubtitles() throws IOException {
		Transcoder.Result made = transcode(crowded(9, 40), Container.MATROSKA);
		assertThat(made.streams().sounds()).hasSize(8);
		assertThat(made.texts()).hasSize(32);
	}

	@Test
	void refusesMoreStreamsThanAnyFilmHas() throws IOException {
		Path film = crowded(1, 120);
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(film, Container.MATROSKA))
			.withMessageContaining("more pictures, sounds and subtitles");
	}

	private static Path crowded(int sounds, int texts) throws IOException {
		footage.write("words.srt", "1\n00:00:00,500 --> 00:00:01,500\nHello\n".getBytes(StandardCharsets.UTF_8));
		List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=10", "-f", "lavfi",
				"-i", "sine=440", "-i", "words.srt", "-map", "0"));
		Collections.nCopies(sounds, List.of("-map", "1")).forEach(arguments::addAll);
		Collections.nCopies(texts, List.of("-map", "2")).forEach(arguments::addAll);
		arguments.addAll(List.of("-t", "2", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-c:s", "srt"));
		return footage.make("crowded.mkv", arguments.toArray(String[]::new));
	}

	/** Whoever starts it may be killed at any moment, and cannot end it then. */
	@Test
	void endsWithTheProcessThatStartedIt() throws Exception {
		Process parent = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), Doomed.class.getName(), this.directory.toString())
			.inheritIO()
			.start();
		try {
			List<ProcessHandle> children = await().atMost(Duration.ofMinutes(1))
				.until(() -> parent.descendants().toList(),
						(all) -> all.stream().anyMatch((it) -> it.info().command().orElse("").contains("ffmpeg")));
			assertThat(parent.destroyForcibly().waitFor()).isNotZero();
			await().untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
		}
		finally {
			parent.destroyForcibly();
		}
	}

	/** A process of its own that has ffmpeg at work for an hour. */
	static final class Doomed {

		private Doomed() {
		}

		static void main(String[] arguments) throws IOException {
			Path directory = Path.of(arguments[0]);
			VideoSettings settings = Footage.settings(directory.resolve("settings"));
			new Ffmpeg(new FfmpegBinary(settings), settings).run(new Room(directory, Long.MAX_VALUE),
					Duration.ofHours(1),
					List.of("-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=5", "-f", "null", "-"),
					(done) -> {
					});
		}

	}

	@Test
	void endsWhatTakesTooLong() throws IOException {
		Path film = footage.film("long.mp4", "640x360", 20);
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(film, Container.MP4, (done) -> {
		}, "pangea.videos.ingest.timeout=1s")).withMessageContaining("longer than it may");
	}

	/** By the sandbox; that they do not get so far is another test's matter. */
	@ParameterizedTest
	@EnumSource
	void readsNoFileThatAPlaylistNames(Container container) throws IOException {
		Path secret = footage.film("secret.mp4", "160x90", 1);
		for (String playlist : List.of("#EXTM3U\n#EXTINF:1,\nfile://%1$s\n#EXT-X-ENDLIST\n",
				"ffconcat version 1.0\nfile '%1$s'\n",
				"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
				"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n",
				"<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://%1$s\"/></svg>")) {
			byte[] text = playlist.formatted(secret).getBytes(StandardCharsets.UTF_8);
			assertThat(Container.of(text)).isEmpty();
			isRefused(footage.write("playlist", text), container);
		}
	}

	@Test
	void neverMakesPicturesLarger() {
		assertThat(Ladder.heights(2160)).containsExactly(1080, 720, 480);
		assertThat(Ladder.heights(1080)).containsExactly(1080, 720, 480);
		assertThat(Ladder.heights(720)).containsExactly(720, 480, 360);
		assertThat(Ladder.heights(577)).containsExactly(576, 360, 240);
		assertThat(Ladder.heights(90)).containsExactly(90);
		assertThat(Ladder.heights(1)).containsExactly(2);
	}

	/** What ffmpeg says of a file. */
	private static List<String> said(Path file) throws IOException {
		Process process = new ProcessBuilder(new FfmpegBinary(Footage.settings(shared)).path().toString(), "-nostdin",
				"-i", file.toString())
			.redirectErrorStream(true)
			.start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}

	private void isRefused(Path file, Container container) {
		assertThatExceptionOfType(IngestFailed.class).isThrownBy(() -> transcode(file, container));
		assertThat(this.directory.resolve("out/master.m3u8")).doesNotExist();
	}

	private Transcoder.Result transcode(Path file, Container container) throws IOException {
		return transcode(file, container, (done) -> {
		});
	}

	private Transcoder.Result transcode(Path file, Container container, java.util.function.IntConsumer progress,
			String... properties) throws IOException {
		VideoSettings settings = Footage.settings(shared, properties);
		Files.copy(file, this.directory.resolve("source"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		Ffmpeg ffmpeg = new Ffmpeg(new FfmpegBinary(settings), settings);
		return Footage.transcoder(ffmpeg, settings).transcode(this.directory, "source", container, progress);
	}

	private static List<Integer> size(Transcoder.Result made, String picture) throws IOException {
		var image = ImageIO.read(made.directory().resolve(picture).toFile());
		return List.of(image.getWidth(), image.getHeight());
	}

}
