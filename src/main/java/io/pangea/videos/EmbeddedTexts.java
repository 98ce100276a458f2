package io.pangea.videos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/** Reads the subtitles that are in a film. */
@Component
class EmbeddedTexts {

	private static final int MOST = 32;

	private final Ffmpeg ffmpeg;

	EmbeddedTexts(Ffmpeg ffmpeg) {
		this.ffmpeg = ffmpeg;
	}

	/** Subtitles in WebVTT. */
	record Text(String language, String text) {

	}

	/** All in one run, or each by itself so that one which is broken costs no other. */
	List<Text> read(Job job) throws IOException {
		List<Source.Track> tracks = job.source().texts().stream().limit(MOST).toList();
		List<Text> texts = new ArrayList<>();
		if (tracks.isEmpty() || read(job, tracks, texts)) {
			return texts;
		}
		for (Source.Track track : tracks) {
			read(job, List.of(track), texts);
		}
		return texts;
	}

	private boolean read(Job job, List<Source.Track> tracks, List<Text> texts) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
		arguments.addAll(this.ffmpeg.input(job.container(), job.file()));
		for (Source.Track track : tracks) {
			arguments.addAll(List.of("-map", "0:" + track.index(), "-c:s", "webvtt", "-f", "webvtt", name(track)));
		}
		if (this.ffmpeg.run(job.room(), job.left(), arguments, (done) -> {
		}).code() != 0) {
			return false;
		}
		for (Source.Track track : tracks) {
			Path file = job.directory().resolve(name(track));
			if (Files.exists(file) && Files.size(file) < Subtitles.LONGEST) {
				texts.add(new Text(Languages.tag(track.language()), Files.readString(file)));
			}
		}
		return true;
	}

	private static String name(Source.Track text) {
		return "text-" + text.index() + ".vtt";
	}

}
