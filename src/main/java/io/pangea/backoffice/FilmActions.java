package io.pangea.backoffice;

import java.io.IOException;
import java.io.InputStream;

import io.pangea.videos.SubtitlesRefused;
import io.pangea.videos.UploadNotFound;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoMedia;
import io.pangea.videos.VideoNotReady;
import io.pangea.videos.VideoStepRefused;
import io.pangea.videos.Videos;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What is done to a film with one button: showing it, taking it back, trying again, and
 * its subtitles.
 */
@Controller
@RequestMapping("/backoffice/films/{id}")
@PreAuthorize("hasRole('STAFF')")
class FilmActions {

	private final Videos videos;

	private final VideoMedia media;

	FilmActions(Videos videos, VideoMedia media) {
		this.videos = videos;
		this.media = media;
	}

	@PostMapping("/publication")
	String publish(@PathVariable VideoId id) {
		try {
			this.videos.publish(id);
			return back(id, "done=film-published");
		}
		catch (VideoNotReady ex) {
			return back(id, "done=film-changed");
		}
	}

	@PostMapping("/withdrawal")
	String withdraw(@PathVariable VideoId id) {
		try {
			this.videos.withdraw(id);
			return back(id, "done=film-withdrawn");
		}
		catch (VideoStepRefused ex) {
			return back(id, "done=film-changed");
		}
	}

	@PostMapping("/retry")
	String retry(@PathVariable VideoId id) {
		try {
			this.media.retryIngest(id);
			return back(id, "done=film-retried");
		}
		catch (UploadNotFound ex) {
			return back(id, "done=film-send-again");
		}
	}

	@PostMapping("/subtitles")
	String saveSubtitles(@PathVariable VideoId id, @RequestParam String language,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			return back(id, "subtitles=missing#subtitles");
		}
		try (InputStream text = file.getInputStream()) {
			this.media.saveSubtitles(id, language.strip(), new InputStreamResource(text));
			return back(id, "done=film-subtitles");
		}
		catch (SubtitlesRefused ex) {
			return back(id, "subtitles=refused#subtitles");
		}
	}

	@PostMapping("/subtitles/removal")
	String deleteSubtitles(@PathVariable VideoId id, @RequestParam String language) {
		try {
			this.media.deleteSubtitles(id, language);
			return back(id, "done=film-subtitles-removed");
		}
		catch (SubtitlesRefused ex) {
			return back(id, "subtitles=refused#subtitles");
		}
	}

	private static String back(VideoId id, String query) {
		return "redirect:/backoffice/films/%s?%s".formatted(id, query);
	}

}
