package io.pangea.videos;

import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The films there are: finding them, describing them, and handing out their media. */
@HttpExchange("/api/videos")
@Validated
public interface Videos {

	/**
	 * @throws VideoNotFound when there is none, or it is not published and the caller is
	 * not staff
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Video find(@PathVariable VideoId id);

	/**
	 * The films with these ids, as far as they are published; ids that are unknown are
	 * left out.
	 */
	@GetExchange("/lookup")
	@PreAuthorize("permitAll()")
	List<Video> lookup(@RequestParam @Size(max = 200) Set<VideoId> ids);

	/**
	 * A ticket to read the media of a published film, good for some minutes.
	 * @throws VideoNotFound when there is none, or it is not published
	 */
	@GetExchange("/{id}/ticket")
	@PreAuthorize("hasAuthority('MODULE_playback')")
	MediaTicket ticket(@PathVariable VideoId id);

}
