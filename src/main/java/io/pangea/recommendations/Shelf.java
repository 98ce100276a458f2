package io.pangea.recommendations;

import java.util.Collections;
import java.util.List;

import io.pangea.videos.VideoId;

/** What is recommended because one film was watched. */
public record Shelf(VideoId film, List<Suggestion> items) {

	@SuppressWarnings("NullAway") // absent in JSON
	public Shelf {
		items = (items != null) ? List.copyOf(items) : Collections.emptyList();
	}

}
