package io.pangea.videos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What is in a file, as ffmpeg tells it.
 *
 * @param seconds how long it is; null when it does not say
 * @param height of its pictures, upright
 * @param rate pictures a second; 0 when it does not say
 */
record Source(@Nullable Double seconds, int width, int height, double rate, List<Track> sounds, List<Track> texts) {

	static final int MOST_STREAMS = 100;

	private static final Pattern DURATION = Pattern.compile("^ {2}Duration: (\\d{1,5}):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

	private static final Pattern STREAM = Pattern
		.compile("^ +Stream #0:(\\d{1,4})(?:\\[\\w+\\])?(?:\\((\\w+)\\))?: (Video|Audio|Subtitle): (.+)$");

	private static final Pattern SIZE = Pattern.compile(", (\\d{1,9})x(\\d{1,9})[, ]");

	private static final Pattern RATE = Pattern.compile(", (\\d{1,9}(?:\\.\\d{1,3})?)(k?) fps[, ]");

	/** How wide it is meant to look, which may be another width than it has. */
	private static final Pattern ASPECT = Pattern.compile(" DAR (\\d{1,6}):(\\d{1,6})\\]");

	private static final Pattern ROTATION = Pattern.compile("rotation of (-?\\d+)\\.");

	private static final List<String> TEXTS = List.of("subrip", "ass", "ssa", "mov_text", "webvtt", "text");

	/**
	 * A track of sound or text.
	 *
	 * @param index of the stream
	 * @param language as ISO 639-2 says it, {@code und} when it is not known
	 */
	record Track(int index, String language, int channels) {

	}

	/**
	 * @throws IngestFailed when there is nothing to see in it
	 */
	static Source of(String log) {
		Double seconds = null;
		int width = 0;
		int height = 0;
		double rate = 0;
		boolean first = false;
		List<Track> sounds = new ArrayList<>();
		List<Track> texts = new ArrayList<>();
		for (String line : log.lines().toList()) {
			Matcher duration = DURATION.matcher(line);
			Matcher stream = STREAM.matcher(line);
			Matcher rotation = ROTATION.matcher(line);
			if (duration.find()) {
				seconds = Integer.parseInt(duration.group(1)) * 3600.0 + Integer.parseInt(duration.group(2)) * 60.0
						+ Double.parseDouble(duration.group(3));
			}
			else if (stream.find()) {
				String what = stream.group(4);
				String language = (stream.group(2) != null) ? stream.group(2).toLowerCase(Locale.ROOT) : "und";
				int index = Integer.parseInt(stream.group(1));
				Matcher size = SIZE.matcher(what);
				first = stream.group(3).equals("Video") && width == 0 && size.find();
				if (first) {
					width = Integer.parseInt(size.group(1));
					height = Integer.parseInt(size.group(2));
					Matcher fast = RATE.matcher(what);
					rate = fast.find() ? Double.parseDouble(fast.group(1)) * (fast.group(2).isEmpty() ? 1 : 1000) : 0;
					Matcher aspect = ASPECT.matcher(what);
					if (aspect.find()) {
						width = (int) Math.round((double) height * Integer.parseInt(aspect.group(1))
								/ Math.max(1, Integer.parseInt(aspect.group(2))));
					}
				}
				else if (stream.group(3).equals("Audio")) {
					sounds.add(new Track(index, language, what.contains(" mono") ? 1 : 2));
				}
				else if (stream.group(3).equals("Subtitle") && TEXTS.stream().anyMatch(what::startsWith)) {
					texts.add(new Track(index, language, 0));
				}
			}
			else if (first && rotation.find() && Math.abs(Integer.parseInt(rotation.group(1))) % 180 == 90) {
				int side = width;
				width = height;
				height = side;
				first = false;
			}
		}
		if (width == 0 && log.contains("max_streams")) {
			throw new IngestFailed("It has more pictures, sounds and subtitles than it may: " + MOST_STREAMS + ".");
		}
		if (width == 0) {
			throw new IngestFailed("There is no picture in it that can be read.");
		}
		return new Source(seconds, width, height, rate, List.copyOf(sounds), List.copyOf(texts));
	}

}
