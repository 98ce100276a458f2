package io.pangea.videos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Makes of a file what is streamed: its pictures in several sizes, its sounds as loud as
 * they are, a poster, a backdrop, and a preview.
 */
@Component
class Transcoder {

	private static final Logger LOG = LoggerFactory.getLogger(Transcoder.class);

	private static final String OUT = "out";

	private static final int SEGMENT_SECONDS = 4;

	private static final int MICROS = 1_000_000;

	/** Bits per pixel and second at most, which is 6 Mbit/s at 1080 lines. */
	private static final int DENSITY = 3;

	private static final int MOST_SOUNDS = 8;

	private final Ffmpeg ffmpeg;

	private final VideoSettings.Ingest bounds;

	Transcoder(Ffmpeg ffmpeg, VideoSettings settings) {
		this.ffmpeg = ffmpeg;
		this.bounds = settings.ingest();
	}

	/** A file in its own directory, to be made into streams below {@code out} there. */
	private record Job(Path directory, String file, Container container, Source source, Instant deadline) {

		Duration left() {
			Duration left = Duration.between(Instant.now(), this.deadline);
			if (left.isNegative()) {
				throw new IngestFailed("It took longer than it may.");
			}
			return left;
		}

	}

	/**
	 * @param directory that nothing else is in but the file
	 * @param progress is told percents
	 * @throws IngestFailed when nothing can be made of it
	 */
	Result transcode(Path directory, String file, Container container, IntConsumer progress) throws IOException {
		Instant deadline = Instant.now().plus(this.bounds.timeout());
		Job job = new Job(directory, file, container, probe(directory, file, container), deadline);
		Streams streams = streams(job, progress);
		still(job, streams.seconds() * 0.3, "poster.jpg",
				"crop=w='min(iw,trunc(ih*2/3/2)*2)',scale=w=-2:h='min(ih,900)'");
		still(job, streams.seconds() * 0.6, "backdrop.jpg", "scale=w='min(iw,1920)':h=-2");
		preview(job, streams.seconds());
		return new Result(directory.resolve(OUT), streams, texts(job));
	}

	/**
	 * What was made.
	 *
	 * @param texts subtitles that were in it
	 */
	record Result(Path directory, Streams streams, List<Text> texts) {

	}

	/** Subtitles in WebVTT. */
	record Text(String language, String text) {

	}

	private Source probe(Path directory, String file, Container container) throws IOException {
		Duration longest = Duration.ofSeconds(Math.min(60, this.bounds.timeout().toSeconds()));
		Source source = Source.of(this.ffmpeg.run(directory, longest, this.ffmpeg.input(container, file), (done) -> {
		}).log());
		if ((long) source.width() * source.height() > this.bounds.largestPicture()) {
			throw new IngestFailed(
					"Its pictures are larger than they may be: %d × %d.".formatted(source.width(), source.height()));
		}
		if (source.seconds() != null && source.seconds() > this.bounds.longest().toSeconds()) {
			throw new IngestFailed("It is longer than a film may be.");
		}
		return source;
	}

	private Streams streams(Job job, IntConsumer progress) throws IOException {
		Source source = job.source();
		List<Integer> heights = Ladder.heights(source.height());
		List<Source.Track> sounds = source.sounds().stream().limit(MOST_SOUNDS).toList();
		List<String> arguments = new ArrayList<>(List.of("-v", "error", "-progress", "pipe:1", "-threads", threads()));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		arguments.addAll(List.of("-filter_complex", scaling(heights)));
		for (int i = 0; i < heights.size(); i++) {
			long rate = Math.max(100_000,
					(long) heights.get(i) * heights.get(i) * source.width() / source.height() * DENSITY);
			arguments.addAll(List.of("-map", "[v" + i + "]", "-c:v", "libx264", "-preset", "veryfast", "-profile:v",
					"high", "-crf", "22", "-maxrate", String.valueOf(rate), "-bufsize", String.valueOf(2 * rate),
					"-fpsmax", "60", "-sc_threshold", "0", "-force_key_frames",
					"expr:gte(t,n_forced*%d)".formatted(SEGMENT_SECONDS)));
			arguments.addAll(segments(job, "v" + i));
		}
		for (int i = 0; i < sounds.size(); i++) {
			arguments.addAll(List.of("-map", "0:" + sounds.get(i).index(), "-c:a", "aac", "-ac",
					String.valueOf(sounds.get(i).channels()), "-b:a", (sounds.get(i).channels() * 64) + "k"));
			arguments.addAll(segments(job, "a" + i));
		}
		double seconds = (source.seconds() != null) ? source.seconds() : this.bounds.longest().toSeconds();
		Ffmpeg.Outcome outcome = this.ffmpeg.run(job.directory(), job.left(), arguments,
				(done) -> progress.accept((int) Math.min(99, 95.0 * done / MICROS / Math.max(1, seconds))));
		if (outcome.code() != 0) {
			LOG.info("A film cannot be made ready: {}", outcome.log().strip());
			throw new IngestFailed("It is damaged, or larger inside than it may be.");
		}
		return describe(job, heights, sounds);
	}

	/** By lines, as wide as it is meant to look. */
	private static String scaling(List<Integer> heights) {
		StringBuilder graph = new StringBuilder("[0:v:0]format=yuv420p,split=").append(heights.size());
		for (int i = 0; i < heights.size(); i++) {
			graph.append("[s").append(i).append(']');
		}
		for (int i = 0; i < heights.size(); i++) {
			graph.append(
					";[s%1$d]scale=w='max(2,trunc(oh*dar/2)*2)':h=%2$d,setsar=1[v%1$d]".formatted(i, heights.get(i)));
		}
		return graph.toString();
	}

	private List<String> segments(Job job, String stream) throws IOException {
		Files.createDirectories(job.directory().resolve(OUT).resolve(stream));
		String in = OUT + "/" + stream;
		return List.of("-threads", threads(), "-map_metadata", "-1", "-t",
				String.valueOf(this.bounds.longest().toSeconds()), "-f", "hls", "-hls_time",
				String.valueOf(SEGMENT_SECONDS), "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4", "-hls_flags",
				"independent_segments", "-hls_segment_filename", in + "/%d.m4s", in + "/" + MediaPlaylist.FILE);
	}

	private String threads() {
		return String.valueOf(this.bounds.threadsToUse());
	}

	private static Streams describe(Job job, List<Integer> heights, List<Source.Track> tracks) throws IOException {
		List<Streams.Picture> pictures = new ArrayList<>();
		double seconds = 0;
		for (int i = 0; i < heights.size(); i++) {
			MediaPlaylist made = made(job, "v" + i);
			seconds = made.seconds();
			int width = heights.get(i) * job.source().width() / job.source().height() / 2 * 2;
			pictures
				.add(new Streams.Picture("v" + i, width, heights.get(i), made.codec(), made.peak(), made.average()));
		}
		List<Streams.Sound> sounds = new ArrayList<>();
		for (int i = 0; i < tracks.size(); i++) {
			MediaPlaylist made = made(job, "a" + i);
			sounds.add(new Streams.Sound("a" + i, language(tracks.get(i).language()), made.codec(), made.peak(),
					made.average()));
		}
		return new Streams(seconds, pictures, sounds);
	}

	private static MediaPlaylist made(Job job, String stream) throws IOException {
		Path directory = job.directory().resolve(OUT).resolve(stream);
		if (!Files.exists(directory.resolve(MediaPlaylist.FILE))) {
			throw new IngestFailed("There is nothing in it that can be shown.");
		}
		return MediaPlaylist.read(directory);
	}

	/** BCP 47 prefers two letters where there are two. */
	private static String language(String iso) {
		return Arrays.stream(Locale.getISOLanguages())
			.filter((it) -> Locale.of(it).getISO3Language().equals(iso))
			.findFirst()
			.orElse(iso);
	}

	private void still(Job job, double at, String name, String filter) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-v", "error", "-threads", threads(), "-ss", String.format(Locale.ROOT, "%.3f", at)));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-vf",
				"scale=w='max(2,trunc(ih*dar/2)*2)':h=ih,setsar=1," + filter + ",format=yuvj420p", "-q:v", "4",
				OUT + "/" + name));
		picture(job, arguments, name);
	}

	private void preview(Job job, double seconds) throws IOException {
		Preview preview = Preview.of(seconds);
		List<String> arguments = new ArrayList<>(List.of("-v", "error", "-threads", threads()));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-vf", preview.filter(),
				"-q:v", "5", OUT + "/sprite.jpg"));
		picture(job, arguments, "sprite.jpg");
		Files.writeString(job.directory().resolve(OUT).resolve("sprite.vtt"), preview.toVtt("sprite.jpg"));
	}

	private void picture(Job job, List<String> arguments, String name) throws IOException {
		Ffmpeg.Outcome outcome = this.ffmpeg.run(job.directory(), job.left(), arguments, (done) -> {
		});
		if (outcome.code() != 0 || !Files.exists(job.directory().resolve(OUT).resolve(name))) {
			LOG.info("There is no {}: {}", name, outcome.log().strip());
			throw new IngestFailed("No picture can be taken from it.");
		}
	}

	private List<Text> texts(Job job) throws IOException {
		List<Text> texts = new ArrayList<>();
		for (Source.Track track : job.source().texts()) {
			String name = "text-" + track.index() + ".vtt";
			List<String> arguments = new ArrayList<>(List.of("-v", "error"));
			arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
			arguments.addAll(List.of("-map", "0:" + track.index(), "-c:s", "webvtt", "-f", "webvtt", name));
			Ffmpeg.Outcome outcome = this.ffmpeg.run(job.directory(), job.left(), arguments, (done) -> {
			});
			Path file = job.directory().resolve(name);
			if (outcome.code() == 0 && Files.exists(file) && Files.size(file) < Subtitles.LONGEST) {
				texts.add(new Text(language(track.language()), Files.readString(file)));
			}
		}
		return texts;
	}

}
