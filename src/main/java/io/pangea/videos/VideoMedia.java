package io.pangea.videos;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The pictures and sounds of films: sending them in, and reading what was made of them.
 */
@HttpExchange("/api/videos")
@Validated
public interface VideoMedia {

	/**
	 * Starts to send a film. One that is under way goes on when it is the same by size
	 * and checksum, and is dropped when not.
	 * @throws VideoNotFound when there is none
	 * @throws UploadTooLarge when it is larger than a film may be, or than there is room
	 */
	@PutExchange("/{id}/upload")
	@PreAuthorize("hasRole('STAFF')")
	Upload startUpload(@PathVariable VideoId id, @RequestBody @Valid NewUpload upload);

	/**
	 * How far an upload has come; what is missing is sent from its offset on.
	 * @throws UploadNotFound when none was started
	 */
	@GetExchange("/{id}/upload")
	@PreAuthorize("hasRole('STAFF')")
	Upload upload(@PathVariable VideoId id);

	/**
	 * Sends the next part of a film. A part that is stored already may be sent again; one
	 * that is cut off on its way is not stored at all.
	 * @param offset how many bytes come before it
	 * @throws UploadNotFound when no upload was started
	 * @throws UploadOffsetWrong when other bytes are due
	 * @throws UploadTooLarge when the part is larger than parts may be, or goes beyond
	 * the end
	 */
	@PutExchange(url = "/{id}/upload/part", contentType = "application/octet-stream")
	@PreAuthorize("hasRole('STAFF')")
	Upload sendPart(@PathVariable VideoId id, @RequestParam @PositiveOrZero long offset,
			@RequestBody InputStreamResource content);

	/**
	 * Says that all was sent: it is checked, and begun to be made ready.
	 * @throws UploadNotFound when no upload was started
	 * @throws UploadOffsetWrong when something is missing
	 * @throws UploadRefused when it is damaged, or no film
	 */
	@PutExchange("/{id}/upload/finished")
	@PreAuthorize("hasRole('STAFF')")
	Ingest finishUpload(@PathVariable VideoId id);

	/**
	 * How far it is with making a film ready.
	 * @throws UploadNotFound when none was sent
	 */
	@GetExchange("/{id}/ingest")
	@PreAuthorize("hasRole('STAFF')")
	Ingest ingest(@PathVariable VideoId id);

	/**
	 * Tries once more to make ready what was sent, after it failed.
	 * @throws UploadNotFound when what was sent is not kept any more
	 */
	@PutExchange("/{id}/ingest")
	@PreAuthorize("hasRole('STAFF')")
	Ingest retryIngest(@PathVariable VideoId id);

	/**
	 * The languages there are subtitles in, as BCP 47 says them.
	 * @throws VideoNotFound when there is no such film
	 */
	@GetExchange("/{id}/subtitles")
	@PreAuthorize("hasRole('STAFF')")
	List<String> subtitles(@PathVariable VideoId id);

	/**
	 * Adds subtitles (WebVTT) or replaces those of the language.
	 * @param language as BCP 47 says it, {@code pt-BR}
	 * @throws VideoNotFound when there is none
	 * @throws SubtitlesRefused when they are no WebVTT, or too long
	 */
	@PutExchange(url = "/{id}/subtitles/{language}", contentType = "text/vtt")
	@PreAuthorize("hasRole('STAFF')")
	List<String> saveSubtitles(@PathVariable VideoId id, @PathVariable String language,
			@RequestBody InputStreamResource text);

	/**
	 * @throws VideoNotFound when there is no such film
	 */
	@DeleteExchange("/{id}/subtitles/{language}")
	@PreAuthorize("hasRole('STAFF')")
	List<String> deleteSubtitles(@PathVariable VideoId id, @PathVariable String language);

	/**
	 * A picture of a film, or its preview: {@code poster.jpg}, {@code backdrop.jpg},
	 * {@code sprite.jpg} or {@code sprite.vtt}. Byte ranges may be asked for.
	 * @throws MediaNotFound when there is none, or the film is not published
	 */
	@GetExchange("/{id}/pictures/{generation}/{file}")
	@PreAuthorize("permitAll()")
	Resource picture(@PathVariable VideoId id, @PathVariable String generation, @PathVariable String file);

	/**
	 * The master playlist (HLS) of a film, and other files that belong to all of it. Byte
	 * ranges may be asked for.
	 * @throws TicketRefused when the ticket is none of this store's
	 * @throws TicketExpired when its time is over
	 * @throws MediaNotFound when there is no such file
	 */
	@GetExchange("/media/{ticket}/{file}")
	@PreAuthorize("permitAll()")
	Resource media(@PathVariable String ticket, @PathVariable String file);

	/**
	 * A playlist or a segment of one of its streams, otherwise as {@link #media}.
	 */
	@GetExchange("/media/{ticket}/{stream}/{file}")
	@PreAuthorize("permitAll()")
	Resource segment(@PathVariable String ticket, @PathVariable String stream, @PathVariable String file);

}
