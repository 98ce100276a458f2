package io.pangea.journeys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.pangea.journeys.Shop.Answer;
import org.jspecify.annotations.Nullable;

/** Films that viewers watch in a browser, each made ready when first asked for. */
final class Programme {

	private final Windows windows;

	private @Nullable Film testCard;

	private @Nullable Film members;

	private List<Film> episodes = List.of();

	Programme(Windows windows) {
		this.windows = windows;
	}

	/** A film that is on. */
	record Film(String id, String slug) {

		static Film of(Answer answer) {
			return new Film(answer.text("/id"), answer.text("/slug"));
		}

	}

	/** Twenty seconds for everybody, with two sounds, and subtitles in two languages. */
	Film testCard() {
		if (this.testCard == null) {
			this.testCard = staff((staff) -> {
				Answer film = staff.announces("Test card " + UUID.randomUUID(), "FREE", 0, null);
				String path = "/api/videos/" + film.text("/id");
				for (String language : List.of("en", "pt-BR")) {
					staff
						.send(path + "/subtitles/" + language, "text/vtt",
								"WEBVTT\n\n00:00.500 --> 00:18.000\nIt moves\n".getBytes(StandardCharsets.UTF_8))
						.ok();
				}
				staff.publishes(film, Reel.DUBBED);
				return Film.of(film);
			});
		}
		return this.testCard;
	}

	/** Two seconds for subscribers. */
	Film members() {
		if (this.members == null) {
			this.members = staff((staff) -> Film
				.of(staff.publishes(staff.announces("Members only " + UUID.randomUUID(), "SUBSCRIPTION", 0, null),
						Reel.OF_TWO_SECONDS)));
		}
		return this.members;
	}

	/** Two times two seconds for everybody. */
	List<Film> episodes() {
		if (this.episodes.isEmpty()) {
			this.episodes = staff((staff) -> {
				String series = "ebb-and-flow-" + UUID.randomUUID();
				staff
					.put("/api/videos/series/" + series,
							Map.of("slug", series, "title", "Ebb and flow", "synopsis", "It comes and goes."))
					.ok();
				return IntStream.of(1, 2)
					.mapToObj((number) -> staff.announces("Part " + number, "FREE", 0,
							Map.of("series", series, "season", 1, "number", number)))
					.map((film) -> Film.of(staff.publishes(film, Reel.OF_TWO_SECONDS)))
					.toList();
			});
		}
		return this.episodes;
	}

	private <T> T staff(Function<Staff, T> work) {
		try (Shop shop = new Shop(this.windows.baseUrl())) {
			return work.apply(Staff.signedIn(shop, this.windows.staff().email(), this.windows.staff().password()));
		}
	}

}
