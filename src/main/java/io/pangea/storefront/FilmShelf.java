package io.pangea.storefront;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.playback.Playback;
import io.pangea.playback.Progress;
import io.pangea.playback.ProgressPage;
import io.pangea.products.Product;
import io.pangea.videos.Video;
import io.pangea.videos.VideoCollection;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoSearch;
import io.pangea.videos.Videos;

import org.springframework.stereotype.Component;

/** Rows of films that stand beside something else, or are shown for somebody. */
@Component
class FilmShelf {

	private static final String VIDEOS = "videos";

	private static final int ROW = 6;

	private static final int MOST = 200;

	private final Videos videos;

	private final Playback playback;

	private final Shopper shopper;

	private final Extras extras;

	FilmShelf(Videos videos, Playback playback, Shopper shopper, Extras extras) {
		this.videos = videos;
		this.playback = playback;
		this.shopper = shopper;
		this.extras = extras;
	}

	/** Films under a heading. */
	record Row(VideoCollection collection, List<Video> films) {

	}

	/** A film and how far somebody got. */
	record Seen(Video film, Progress progress) {

		/** In percent. */
		public long share() {
			return (this.progress.seconds() > 0)
					? Math.min(100L, 100L * this.progress.position() / this.progress.seconds()) : 0;
		}

	}

	/** Those that can be watched; none while nobody answers. */
	Map<VideoId, Video> lookup(Stream<VideoId> ids) {
		var asked = ids.distinct().limit(MOST).collect(Collectors.toSet());
		return asked.isEmpty() ? Map.of()
				: this.extras.ask(VIDEOS, () -> this.videos.lookup(asked))
					.orElse(List.of())
					.stream()
					.collect(Collectors.toMap(Video::id, Function.identity()));
	}

	/** The film a product sells, while it can be watched. */
	Optional<Video> soldBy(Product product) {
		return films(Stream.ofNullable(product.description().filmId())).values().stream().findFirst();
	}

	/**
	 * The films that products sell, by their {@code filmId}; some name plans, or what
	 * other stores knew as a film.
	 */
	Map<String, Video> films(Stream<String> filmIds) {
		return lookup(filmIds.map(VideoId::parse).flatMap(Optional::stream)).values()
			.stream()
			.collect(Collectors.toMap((film) -> film.id().toString(), Function.identity()));
	}

	List<Video> newest() {
		var newest = new VideoSearch(null, null, null, null, null, null, VideoSearch.Sort.NEWEST, null, null, ROW);
		return this.extras.ask(VIDEOS, () -> this.videos.search(newest).items()).orElse(List.of());
	}

	List<Row> collections() {
		List<VideoCollection> collections = this.extras.ask(VIDEOS, this.videos::collections).orElse(List.of());
		Map<VideoId, Video> films = lookup(
				collections.stream().map(VideoCollection::videos).flatMap(Collection::stream));
		return collections.stream()
			.map((it) -> new Row(it, it.videos().stream().map(films::get).filter(Objects::nonNull).toList()))
			.filter((row) -> !row.films().isEmpty())
			.toList();
	}

	/** What the shopper began and did not finish. */
	List<Seen> begun() {
		return this.shopper.signedIn() ? this.extras.ask("playback", () -> this.playback.continueWatching(null, ROW))
			.map(this::seen)
			.orElse(List.of()) : List.of();
	}

	List<Seen> seen(ProgressPage page) {
		Map<VideoId, Video> films = lookup(page.items().stream().map(Progress::videoId));
		return page.items().stream().flatMap((it) -> {
			Video film = films.get(it.videoId());
			return (film != null) ? Stream.of(new Seen(film, it)) : Stream.empty();
		}).toList();
	}

}
