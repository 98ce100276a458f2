package io.pangea.products;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.videos.VideoId;
import io.pangea.videos.VideoNotFound;
import io.pangea.videos.Videos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Knows whether there is a film to sell. What does not look like the id of one, as a
 * subscription's {@code plan:monthly}, is for others to understand.
 */
@Component
class SoldFilm {

	private static final Logger LOG = LoggerFactory.getLogger(SoldFilm.class);

	private final Videos videos;

	SoldFilm(Videos videos) {
		this.videos = videos;
	}

	/**
	 * Takes the word of staff for it when {@code videos} is away: what is wrong with it
	 * is seen as soon as somebody opens the product.
	 * @throws FilmUnknown when there is none, or its id is not written as ids are, so
	 * that nobody would find the film by it
	 */
	void check(ProductDescription description) {
		String film = description.filmId();
		if (film == null) {
			return;
		}
		Optional<VideoId> known = VideoId.parse(film);
		if (known.isEmpty() && VideoId.parse(film.toLowerCase(Locale.ROOT)).isPresent()) {
			throw new FilmUnknown(film);
		}
		known.ifPresent((id) -> {
			try {
				this.videos.find(id);
			}
			catch (VideoNotFound ex) {
				throw new FilmUnknown(id.toString());
			}
			catch (RejectedExecutionException ex) {
				LOG.warn("Product {} sells film {}, which cannot be looked up now: {}", description.sku(), id,
						ex.getMessage());
			}
		});
	}

}
