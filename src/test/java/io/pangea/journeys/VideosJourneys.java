package io.pangea.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.journeys.Shop.Answer;
import io.pangea.videos.Footage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys that are about {@code videos}. */
interface VideosJourneys extends Store {

	@Test
	default void staffDescribesAFilmThatNobodyElseSeesYet() {
		assumeTrue(has("videos"));
		String key = UUID.randomUUID().toString();
		Map<String, Object> description = film("The lamp keeper");
		Answer added = staff().post("/api/videos", description, key).ok();
		String path = "/api/videos/" + added.text("/id");
		assertThat(added.text("/state")).isEqualTo("DRAFT");
		assertThat(staff().post("/api/videos", description, key).ok().text("/id")).isEqualTo(added.text("/id"));
		Map<String, Object> better = film("The keeper of lamps");
		Answer changed = staff().put(path, better, "If-Match", "\"1\"").ok();
		assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
		Answer stale = staff().put(path, description, "If-Match", "\"1\"");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.text("/type")).isEqualTo("urn:pangea:problem:videos:video-changed");
		Answer early = staff().put(path + "/publication", Map.of());
		assertThat(early.status()).isEqualTo(409);
		assertThat(early.text("/type")).isEqualTo("urn:pangea:problem:videos:video-not-ready");
		assertThat(staff().get(path).ok().text("/title")).isEqualTo("The keeper of lamps");
		assertThat(shop().get(path).status()).isEqualTo(404);
		Buyer member = Buyer.member(shop());
		assertThat(member.get(path).status()).isEqualTo(404);
		assertThat(member.post("/api/videos", description).status()).isEqualTo(403);
	}

	@Test
	default void seriesAndCollectionsAreKept() {
		assumeTrue(has("videos"));
		String slug = "journey-" + UUID.randomUUID();
		staff()
			.put("/api/videos/series/" + slug,
					Map.of("slug", slug, "title", "Tides", "synopsis", "Water.", "translations", Map.of()))
			.ok();
		assertThat(shop().get("/api/videos/series/" + slug).ok().text("/series/title")).isEqualTo("Tides");
		String film = staff().post("/api/videos", film("One of many")).ok().text("/id");
		staff()
			.put("/api/videos/collections/" + slug,
					Map.of("slug", slug, "title", "Of late", "titles", Map.of(), "position", 9, "videos",
							List.of(film)))
			.ok();
		JsonNode shown = shop().get("/api/videos/collections").ok().body();
		assertThat(shown.findValuesAsString("slug")).doesNotContain(slug);
		assertThat(staff().get("/api/videos/collections").ok().body().findValuesAsString("slug")).contains(slug);
	}

	@Test
	default void aProductSellsOnlyAFilmThatThereIs() {
		assumeTrue(has("videos"));
		Answer refused = staff().post("/api/products", selling(UUID.randomUUID().toString()));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("/type")).isEqualTo("urn:pangea:problem:products:film-unknown");
		String film = staff().post("/api/videos", film("For sale")).ok().text("/id");
		staff().post("/api/products", selling(film)).ok();
		staff().post("/api/products", selling("plan:monthly")).ok();
	}

	@Test
	default void staffSendsAFilmAndEverybodySeesItsPoster(@TempDir Path directory) throws IOException {
		assumeTrue(has("videos"));
		byte[] file = Files.readAllBytes(new Footage(directory).film("film.mp4", "320x180", 3));
		String path = "/api/videos/" + staff().post("/api/videos", film("Sent in parts")).ok().text("/id");
		staff().put(path + "/upload", Map.of("size", file.length)).ok();
		int half = file.length / 2;
		String part = path + "/upload/part?offset=";
		String type = "application/octet-stream";
		staff().send(part + 0, type, Arrays.copyOf(file, half)).ok();
		assertThat(staff().send(part + 1, type, new byte[1]).text("/type"))
			.isEqualTo("urn:pangea:problem:videos:upload-offset-wrong");
		assertThat(staff().get(path + "/upload").ok().number("/offset")).isEqualTo(half);
		staff().send(part + half, type, Arrays.copyOfRange(file, half, file.length)).ok();
		staff().put(path + "/upload/finished", Map.of()).ok();
		Answer made = Awaitility.await("ingest of " + path)
			.atMost(Duration.ofMinutes(3))
			.until(() -> staff().get(path + "/ingest").ok(),
					(it) -> List.of("DONE", "FAILED").contains(it.text("/status")));
		assertThat(made.text("/failure")).isEmpty();
		staff().put(path + "/publication", Map.of()).ok();
		Answer shown = shop().get(path).ok();
		assertThat(shown.number("/seconds")).isEqualTo(3);
		Answer poster = shop().get(shown.text("/poster")).ok();
		assertThat(poster.headers().get("Content-Type")).isEqualTo("image/jpeg");
		assertThat(poster.headers().get("Cache-Control")).contains("public", "immutable");
		assertThat(shop().get("/api/videos/media/none/master.m3u8").status()).isEqualTo(403);
	}

	private static Map<String, Object> film(String title) {
		return Map.of("title", title, "synopsis", "Made for a journey.", "year", 2024, "minimumAge", 0, "access",
				"FREE", "genres", List.of("drama"));
	}

	private static Map<String, Object> selling(String film) {
		String sku = "JOURNEY-" + UUID.randomUUID();
		return Map.of("sku", sku, "name", "A film " + sku, "description", "Good to see.", "category", "kitchen-table",
				"kind", "DIGITAL", "price", Map.of("amount", 500, "currency", "USD"), "status", "ACTIVE", "filmId",
				film);
	}

}
