package io.pangea.recommendations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to be recommended something.
 *
 * @param liked what they like, latest first
 * @param again what they bought before that, they may need again
 */
record Occasion(Knowledge known, Wanted wanted, boolean optedOut, List<LikedItem> liked, Instant again) {

	private static final int LIMIT = 12;

	private static final int SHELVES = 3;

	private static final int ADULT = 18;

	/** What was looked at in this visit comes first, then what is liked. */
	List<Seed> history() {
		return Seed.fading(Stream.concat(seen(), this.liked.stream().map(LikedItem::cause)).toList());
	}

	Suggestions suggest(List<Seed> seeds) {
		List<Suggestion> items = ranking(Set.of(), limit()).like(seeds).popular().items();
		return answer(items);
	}

	Suggestions similar(Item item) {
		Optional<Integer> number = this.known.number(item);
		if (number.isEmpty()) {
			return suggest(List.of());
		}
		Ranking ranking = ranking(Set.of(item), limit())
			.like(List.of(new Seed(number.get(), 1, Reason.Code.OFTEN_TOGETHER)))
			.sameGenre(number.get())
			.popular();
		return answer(ranking.items());
	}

	/** All that is in it counts alike. */
	Suggestions forCart() {
		return suggest(inCart().map(this.known::number)
			.flatMap(Optional::stream)
			.map((number) -> new Seed(number, 1, Reason.Code.GOES_WITH_CART))
			.toList());
	}

	List<Shelf> shelves() {
		Stream<Seed.Cause> watched = Stream.concat(seen().filter((cause) -> isFilm(cause.item())),
				this.liked.stream().filter((it) -> isFilm(it.item())).map(LikedItem::cause));
		List<Shelf> shelves = new ArrayList<>();
		Set<Item> shown = new HashSet<>();
		for (Seed.Cause cause : watched.limit(SHELVES).toList()) {
			Entry film = Objects.requireNonNull(this.known.entry(cause.item()));
			List<Suggestion> items = ranking(shown, limit()).like(List.of(new Seed(cause.item(), 1, cause.code())))
				.sameGenre(cause.item())
				.items();
			if (!items.isEmpty()) {
				items.forEach((it) -> shown.add(it.item()));
				shelves.add(new Shelf(new VideoId(film.item().id()), items));
			}
		}
		return shelves;
	}

	private boolean isFilm(int item) {
		Entry entry = this.known.entry(item);
		return entry != null && entry.item().kind() == ItemKind.FILM;
	}

	private Stream<Seed.Cause> seen() {
		return Stream.concat(ids(this.wanted.seenProducts()).map(Item::of), ids(this.wanted.seenFilms()).map(Item::of))
			.map(this.known::number)
			.flatMap(Optional::stream)
			.map((number) -> new Seed.Cause(number, Reason.Code.YOU_LOOKED_AT));
	}

	private Stream<Item> inCart() {
		return ids(this.wanted.inCart()).map(Item::of);
	}

	private static <T> Stream<T> ids(@Nullable Set<T> ids) {
		return (ids != null) ? ids.stream() : Stream.empty();
	}

	private int limit() {
		return (this.wanted.limit() != null) ? this.wanted.limit() : LIMIT;
	}

	private Ranking ranking(Set<Item> without, int limit) {
		Set<Integer> unwelcome = new HashSet<>();
		Stream.concat(without.stream(), inCart())
			.map(this.known::number)
			.flatMap(Optional::stream)
			.forEach(unwelcome::add);
		this.liked.stream()
			.filter((it) -> it.lasting() || it.at().isAfter(this.again))
			.forEach((it) -> unwelcome.add(it.item()));
		return new Ranking(this.known, (entry) -> suits(entry) && !unwelcome.contains(entry.number()), limit);
	}

	private boolean suits(Entry entry) {
		Integer age = this.wanted.maximumAge();
		return (this.wanted.kind() == null || this.wanted.kind() == entry.item().kind())
				&& ((age != null) ? entry.minimumAge() <= age : entry.minimumAge() < ADULT);
	}

	private Suggestions answer(List<Suggestion> items) {
		boolean personal = items.stream().anyMatch((it) -> it.reason().code() != Reason.Code.POPULAR);
		return new Suggestions(items, personal, this.known.state().version());
	}

}
