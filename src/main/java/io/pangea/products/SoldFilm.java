package io.pangea.products;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

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

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private final Videos videos;

	SoldFilm(Videos videos) {
		this.videos = videos;
	}

	/**
	 * Takes the word of staff for it when {@code videos} is away: what is wrong with it
	 * is seen as soon as somebody opens the product.
	 * @throws FilmUnknown when there is none
	 */
	void check(ProductDescription description) {
		id(description).ifPresent((id) -> {
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

	private static Optional<VideoId> id(ProductDescription description) {
		return Optional.ofNullable(description.filmId()).filter(ID.asMatchPredicate()).map(VideoId::valueOf);
	}

}
