package io.pangea.videos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

	private static final int SEGMENT_SECONDS = 4;

	private static final int MICROS = 1_000_000;

	/** Bits per pixel and second at most, which is 6 Mbit/s at 1080 lines. */
	private static final int DENSITY = 3;

	private static final int MOST_SOUNDS = 8;

	/** As a share of all; what has more that cannot be read is damaged, or means harm. */
	private static final String MOST_ERRORS = "0.1";

	private final Ffmpeg ffmpeg;

	private final Stills stills;

	private final EmbeddedTexts texts;

	private final VideoSettings.Ingest bounds;

	Transcoder(Ffmpeg ffmpeg, Stills stills, EmbeddedTexts texts, VideoSettings settings) {
		this.ffmpeg = ffmpeg;
		this.stills = stills;
		this.texts = texts;
		this.bounds = settings.ingest();
	}

	/**
	 * @param directory that nothing else is in but the file
	 * @param progress is told percents
	 * @throws IngestFailed when nothing can be made of it
	 */
	Result transcode(Path directory, String file, Container container, IntConsumer progress) throws IOException {
		Instant deadline = Instant.now().plus(this.bounds.timeout());
		Room room = new Room(directory, Files.size(directory.resolve(file)) + this.bounds.largestResult().toBytes());
		Job job = new Job(room, file, container, probe(room, file, container), deadline);
		Streams streams = streams(job, progress);
		this.stills.take(job, streams.seconds());
		return new Result(job.out(), streams, this.texts.read(job));
	}

	/**
	 * What was made.
	 *
	 * @param texts subtitles that were in it
	 */
	record Result(Path directory, Streams streams, List<EmbeddedTexts.Text> texts) {

	}

	private Source probe(Room room, String file, Container container) throws IOException {
		Duration longest = Duration.ofSeconds(Math.min(60, this.bounds.timeout().toSeconds()));
		Source source = Source.of(this.ffmpeg.run(room, longest, this.ffmpeg.input(container, file), (done) -> {
		}).log());
		if ((long) source.width() * source.height() > this.bounds.largestPicture()) {
			throw new IngestFailed(
					"Its pictures are larger than they may be: %d × %d.".formatted(source.width(), source.height()));
		}
		if (source.rate() > this.bounds.fastest()) {
			throw new IngestFailed("It has more pictures a second than it may: %.0f.".formatted(source.rate()));
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
		List<String> arguments = new ArrayList<>(
				List.of("-v", "error", "-progress", "pipe:1", "-max_error_rate", MOST_ERRORS, "-threads", threads()));
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
		Ffmpeg.Outcome outcome = this.ffmpeg.run(job.room(), job.left(), arguments,
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
		Files.createDirectories(job.out().resolve(stream));
		String in = Job.OUT + "/" + stream;
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
			sounds.add(new Streams.Sound("a" + i, Languages.tag(tracks.get(i).language()), made.codec(), made.peak(),
					made.average()));
		}
		return new Streams(seconds, pictures, sounds);
	}

	private static MediaPlaylist made(Job job, String stream) throws IOException {
		Path directory = job.out().resolve(stream);
		if (!Files.exists(directory.resolve(MediaPlaylist.FILE))) {
			throw new IngestFailed("There is nothing in it that can be shown.");
		}
		return MediaPlaylist.read(directory);
	}

}
