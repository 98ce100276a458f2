package io.pangea.videos;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Takes pictures from a film: a poster, a backdrop, and those shown while seeking. */
@Component
class Stills {

	private static final Logger LOG = LoggerFactory.getLogger(Stills.class);

	private final Ffmpeg ffmpeg;

	private final String threads;

	Stills(Ffmpeg ffmpeg, VideoSettings settings) {
		this.ffmpeg = ffmpeg;
		this.threads = String.valueOf(settings.ingest().threadsToUse());
	}

	/**
	 * @throws IngestFailed when there is none in it
	 */
	void take(Job job, double seconds) throws IOException {
		still(job, seconds * 0.3, "poster.jpg", "crop=w='min(iw,trunc(ih*2/3/2)*2)',scale=w=-2:h='min(ih,900)'");
		still(job, seconds * 0.6, "backdrop.jpg", "scale=w='min(iw,1920)':h=-2");
		preview(job, seconds);
	}

	/**
	 * The first there is, where none is found so far on: not every sort of file tells.
	 */
	private void still(Job job, double at, String name, String filter) throws IOException {
		if (!isTaken(job, at, name, filter) && !isTaken(job, 0, name, filter)) {
			throw new IngestFailed("No picture can be taken from it.");
		}
	}

	private boolean isTaken(Job job, double at, String name, String filter) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-v", "error", "-threads", this.threads, "-ss", String.format(Locale.ROOT, "%.3f", at)));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-vf",
				"scale=w='max(2,trunc(ih*dar/2)*2)':h=ih,setsar=1," + filter + ",format=yuvj420p", "-q:v", "4",
				Job.OUT + "/" + name));
		return isTaken(job, arguments, name);
	}

	private void preview(Job job, double seconds) throws IOException {
		Preview preview = Preview.of(seconds);
		List<String> arguments = new ArrayList<>(List.of("-v", "error", "-threads", this.threads));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-vf", preview.filter(),
				"-q:v", "5", Job.OUT + "/sprite.jpg"));
		if (!isTaken(job, arguments, "sprite.jpg")) {
			throw new IngestFailed("No picture can be taken from it.");
		}
		Files.writeString(job.out().resolve("sprite.vtt"), preview.toVtt("sprite.jpg"));
	}

	private boolean isTaken(Job job, List<String> arguments, String name) throws IOException {
		Ffmpeg.Outcome outcome = this.ffmpeg.run(job.room(), job.left(), arguments, (done) -> {
		});
		if (outcome.code() != 0 || !Files.exists(job.out().resolve(name))) {
			LOG.info("There is no {}: {}", name, outcome.log().strip());
			return false;
		}
		return true;
	}

}
