package io.pangea.backoffice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.pangea.videos.NewUpload;
import io.pangea.videos.Upload;
import io.pangea.videos.UploadOffsetWrong;
import io.pangea.videos.UploadRefused;
import io.pangea.videos.UploadTooLarge;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoMedia;
import io.pangea.videos.VideoStepRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes the file of a film from the page: by parts from its script, which goes on where
 * it was cut off; all at once from its form, up to the size that forms may have.
 */
@Controller
@RequestMapping("/backoffice/films/{id}/upload")
@PreAuthorize("hasRole('STAFF')")
class FilmUploads {

	private final VideoMedia media;

	FilmUploads(VideoMedia media) {
		this.media = media;
	}

	@PostMapping
	String send(@PathVariable VideoId id, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		if (file == null || file.isEmpty()) {
			return "redirect:/backoffice/films/%s?upload=missing".formatted(id);
		}
		try (InputStream film = file.getInputStream()) {
			Upload upload = this.media.startUpload(id, new NewUpload(file.getSize(), null));
			film.skipNBytes(upload.offset());
			while (upload.offset() < upload.size()) {
				byte[] part = film.readNBytes(Math.toIntExact(Math.min(upload.largestPart(), Integer.MAX_VALUE)));
				upload = this.media.sendPart(id, upload.offset(),
						new InputStreamResource(new ByteArrayInputStream(part)));
			}
			this.media.finishUpload(id);
		}
		catch (UploadRefused ex) {
			// The page says what is wrong with it.
		}
		catch (UploadTooLarge ex) {
			return "redirect:/backoffice/films/%s?upload=too-large".formatted(id);
		}
		catch (VideoStepRefused ex) {
			return "redirect:/backoffice/films/%s?done=film-changed".formatted(id);
		}
		return "redirect:/backoffice/films/%s?done=film-sent".formatted(id);
	}

	@GetMapping
	@ResponseBody
	Upload upload(@PathVariable VideoId id) {
		return this.media.upload(id);
	}

	@PutMapping
	ResponseEntity<Upload> start(@PathVariable VideoId id, @RequestBody NewUpload upload) {
		try {
			return ResponseEntity.ok(this.media.startUpload(id, upload));
		}
		catch (UploadTooLarge ex) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		catch (VideoStepRefused ex) {
			return ResponseEntity.status(HttpStatus.GONE).build();
		}
	}

	/** The answer to a part that is not due says which one is. */
	@PutMapping("/part")
	ResponseEntity<Upload> take(@PathVariable VideoId id, @RequestParam long offset, InputStream part) {
		try {
			return ResponseEntity.ok(this.media.sendPart(id, offset, new InputStreamResource(part)));
		}
		catch (UploadOffsetWrong ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(this.media.upload(id));
		}
		catch (UploadTooLarge ex) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
	}

	/** Whatever is wrong with the film, its page says it. */
	@PutMapping("/finished")
	ResponseEntity<Void> finish(@PathVariable VideoId id) {
		try {
			this.media.finishUpload(id);
		}
		catch (UploadRefused ex) {
			// As above.
		}
		catch (UploadOffsetWrong ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
		return ResponseEntity.noContent().build();
	}

}
