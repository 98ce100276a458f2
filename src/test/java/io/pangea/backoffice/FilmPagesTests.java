package io.pangea.backoffice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import io.pangea.videos.CastMember;
import io.pangea.videos.Episode;
import io.pangea.videos.Footage;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoState;
import io.pangea.videos.Videos;
import io.pangea.videos.Words;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class FilmPagesTests {

	private static final String JSON = "application/json";

	private static final String BYTES = "application/octet-stream";

	private final String title = "Office " + UUID.randomUUID();

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Videos videos;

	private People.Person staff;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.staff = this.people.staff();
		this.browser = Browser.signedIn(this.port, this.staff.token());
	}

	@Test
	void addsFilm() {
		Browser.Page added = add(form());
		assertThat(added.status()).isEqualTo(302);
		Video film = stored(idIn(added));
		assertThat(film.title()).isEqualTo(this.title);
		assertThat(film.genres()).containsExactly("drama", "ficcao-cientifica");
		assertThat(film.cast()).containsExactly(new CastMember("Ana Souza", "director"), new CastMember("Bo", null));
		assertThat(film.translations()).containsEntry("pt-BR", new Words("Marés", "Água."));
		assertThat(film.access()).isEqualTo(VideoAccess.SUBSCRIPTION);
		assertThat(film.availability().from()).isEqualTo("2026-01-02T03:04:00Z");
		assertThat(film.availability().regions()).containsExactly("BR", "PT");
		Browser.Page page = this.browser.follow(added);
		assertThat(page.words()).contains("The film was added.").contains("Now send the film’s file");
		assertThat(page.text()).contains("value=\"2026-01-02T03:04\"").contains("value=\"drama, ficcao cientifica\"");
	}

	@Test
	void addsTheSameFormOnce() {
		Browser.Page page = this.browser.get("/backoffice/films/new");
		Map<String, String> form = form();
		form.put("key", page.hidden("key"));
		VideoId once = idIn(this.browser.post(page, "/backoffice/films", form));
		assertThat(idIn(this.browser.post(page, "/backoffice/films", form))).isEqualTo(once);
		form.put("title", "Another");
		Browser.Page refused = this.browser.post(page, "/backoffice/films", form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.words()).contains("This form was sent before with other words.");
		assertThat(refused.hidden("key")).isNotEqualTo(page.hidden("key"));
	}

	@Test
	void showsWhatIsWrongBesideEachField() {
		Map<String, String> form = form();
		form.putAll(Map.of("title", "", "year", "long ago", "minimumAge", "99", "access", "NOBODY", "cast", ": nobody",
				"episode.season", "1", "availability.from", "soon", "availability.regions", "Brazil"));
		Browser.Page refused = add(form);
		assertThat(refused.status()).isEqualTo(422);
		for (String field : new String[] { "title", "year", "minimumAge", "access", "cast", "episode-series",
				"availability-from", "availability-regions" }) {
			assertThat(refused.text()).contains("id=\"%s-error\"".formatted(field));
		}
		assertThat(refused.text()).doesNotContain("??");
		assertThat(refused.words()).contains("Please give a whole number.", "at most");
	}

	@Test
	void refusesAnEndBeforeTheBeginning() {
		Map<String, String> form = form();
		form.put("availability.until", "2025-01-01T00:00");
		assertThat(add(form).words()).contains("The end has to come after the beginning.");
	}

	@Test
	void beginsASeriesAndRefusesAnEpisodeTwice() {
		String series = "Séries of " + UUID.randomUUID();
		Map<String, String> form = form();
		form.putAll(Map.of("episode.series", series, "episode.season", "1", "episode.number", "2"));
		Video film = stored(idIn(add(form)));
		assertThat(film.episode()).extracting(Episode::number).isEqualTo(2);
		assertThat(this.browser.get("/backoffice/films/" + film.id()).text()).contains("value=\"" + series + "\"");
		Browser.Page refused = add(form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.words()).contains("Another film is this episode already.");
	}

	@Test
	void savesChangesAndLosesNothingWhenSomebodyElseWasFaster() {
		String path = path(idIn(add(form())));
		Browser.Page mine = this.browser.get(path);
		Map<String, String> faster = form();
		faster.putAll(Map.of("synopsis", "Theirs.", "version", mine.hidden("version")));
		assertThat(this.browser.post(mine, path, faster).location()).endsWith("?done=saved");
		Map<String, String> slower = form();
		slower.putAll(Map.of("synopsis", "Mine.", "version", mine.hidden("version")));
		Browser.Page refused = this.browser.post(mine, path, slower);
		assertThat(refused.status()).isEqualTo(412);
		assertThat(refused.words()).contains("Somebody changed this film while you were editing", "Stored now Theirs.",
				"Yours Mine.");
		slower.put("version", refused.hidden("version"));
		assertThat(this.browser.post(refused, path, slower).status()).isEqualTo(302);
		assertThat(this.browser.get(path).text()).contains("Mine.");
	}

	@Test
	void leadsFromFormToScreenWithoutScripts(@TempDir Path directory) throws IOException {
		VideoId id = idIn(add(form()));
		byte[] film = film(directory);
		Browser.Page page = this.browser.get(path(id));
		assertThat(this.browser.follow(this.browser.uploadBytes(page, path(id) + "/upload", Map.of(), "a.mp4", film))
			.words()).contains("The file was sent.");
		untilReady(id);
		Browser.Page ready = this.browser.get(path(id));
		assertThat(ready.words()).contains("The film is ready: publish it", "Length", "0:02");
		assertThat(ready.text()).contains("/poster.jpg").doesNotContain("every 2s");
		assertThat(this.browser.get("/backoffice/films?state=READY").text()).contains(path(id));
		Browser.Page published = this.browser.follow(this.browser.post(ready, path(id) + "/publication", Map.of()));
		assertThat(published.words()).contains("The film is published.", "Withdraw");
		assertThat(stored(id).state()).isEqualTo(VideoState.PUBLISHED);
		Browser.Page withdrawn = this.browser.follow(this.browser.post(published, path(id) + "/withdrawal", Map.of()));
		assertThat(withdrawn.words()).contains("The film was withdrawn.", "Publish");
	}

	@Test
	void takesAFilmInPartsAndSaysWhichOneIsDue(@TempDir Path directory) throws IOException {
		VideoId id = idIn(add(form()));
		byte[] film = film(directory);
		String upload = path(id) + "/upload";
		Browser.Page page = this.browser.get(path(id));
		byte[] start = "{\"size\":%d}".formatted(film.length).getBytes(StandardCharsets.UTF_8);
		assertThat(this.browser.put(page, upload, JSON, start).text()).contains("\"offset\":0");
		int half = film.length / 2;
		this.browser.put(page, upload + "/part?offset=0", BYTES, Arrays.copyOf(film, half));
		assertThat(this.browser.get(path(id)).words()).contains("Send the rest of the file")
			.containsPattern("(49|50) % were sent before");
		Browser.Page wrong = this.browser.put(page, upload + "/part?offset=" + (half + 1), BYTES,
				Arrays.copyOfRange(film, half + 1, film.length));
		assertThat(wrong.status()).isEqualTo(409);
		assertThat(wrong.text()).contains("\"offset\":" + half);
		assertThat(this.browser.put(page, upload + "/finished", BYTES, new byte[0]).status()).isEqualTo(409);
		this.browser.put(page, upload + "/part?offset=" + half, BYTES, Arrays.copyOfRange(film, half, film.length));
		assertThat(this.browser.put(page, upload + "/finished", BYTES, new byte[0]).status()).isEqualTo(204);
		untilReady(id);
	}

	@Test
	void saysInPlainWordsWhyAFileIsNoFilm() {
		VideoId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		this.browser.uploadBytes(page, path(id) + "/upload", Map.of(), "a.mp4",
				"MZ, but not a film".getBytes(StandardCharsets.UTF_8));
		Browser.Page failed = this.browser.get(path(id));
		assertThat(failed.words()).contains("That did not work", "This file is no film.");
		assertThat(failed.text()).contains("name=\"file\"");
		this.browser.get("/language/pt-BR?next=/backoffice");
		assertThat(this.browser.get(path(id)).words()).contains("Este arquivo não é um filme.");
	}

	@Test
	void triesAgainWhatFailed() {
		VideoId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		byte[] hollow = Arrays.copyOf(new byte[] { 0, 0, 0, 32, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i',
				's', 'o', 'm', 'i', 's', 'o', '2', 'a', 'v', 'c', '1', 'm', 'p', '4', '1' }, 4096);
		this.browser.uploadBytes(page, path(id) + "/upload", Map.of(), "a.mp4", hollow);
		untilState(id, VideoState.FAILED);
		Browser.Page failed = this.browser.get(path(id));
		assertThat(failed.words()).contains("Try again with the same file");
		assertThat(this.browser.follow(this.browser.post(failed, path(id) + "/retry", Map.of())).words())
			.contains("It is tried once more.");
		untilState(id, VideoState.FAILED);
	}

	@Test
	void asksForAFileAndForOneThatIsReady() {
		VideoId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		assertThat(this.browser
			.follow(this.browser.uploadBytes(page, path(id) + "/upload", Map.of(), "a.mp4", new byte[0]))
			.words()).contains("Please choose a file that is not empty.");
		assertThat(this.browser.follow(this.browser.post(page, path(id) + "/publication", Map.of())).words())
			.contains("nothing was done");
		assertThat(this.browser.follow(this.browser.post(page, path(id) + "/withdrawal", Map.of())).words())
			.contains("nothing was done");
	}

	@Test
	void addsAndRemovesSubtitles() {
		VideoId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		String path = path(id) + "/subtitles";
		byte[] text = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n".getBytes(StandardCharsets.UTF_8);
		Browser.Page added = this.browser
			.follow(this.browser.uploadBytes(page, path, Map.of("language", "pt-BR"), "a.vtt", text));
		assertThat(added.words()).contains("The subtitles were added.", "Portuguese (Brazil)");
		assertThat(this.browser
			.follow(this.browser.uploadBytes(page, path, Map.of("language", "en"), "a.vtt",
					"1\n2".getBytes(StandardCharsets.UTF_8)))
			.words()).contains("These are no subtitles in WebVTT");
		assertThat(this.browser.follow(this.browser.post(page, path + "/removal", Map.of("language", "pt-BR"))).words())
			.contains("The subtitles were removed.", "There are none yet.");
	}

	@Test
	void findsFilmsByWordsAndState() {
		String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
		Map<String, String> form = form();
		form.put("title", "Tides " + word);
		VideoId id = idIn(add(form));
		assertThat(this.browser.get("/backoffice/films?q=" + word).text()).contains(path(id));
		assertThat(this.browser.get("/backoffice/films?state=DRAFT&q=" + word).text()).contains(path(id));
		assertThat(this.browser.get("/backoffice/films?state=PUBLISHED&q=" + word).words()).contains("Nothing found");
	}

	private Map<String, String> form() {
		Map<String, String> form = new HashMap<>();
		form.putAll(Map.of("title", this.title, "synopsis", "Water.", "genres", "Drama, Ficção científica", "cast",
				"Ana Souza: director\r\nBo", "year", "2024", "minimumAge", "12", "access", "SUBSCRIPTION",
				"translations.title", "Marés", "translations.synopsis", "Água."));
		form.putAll(Map.of("availability.from", "2026-01-02T03:04", "availability.regions", "br, PT", "originalTitle",
				"", "version", ""));
		return form;
	}

	private Browser.Page add(Map<String, String> form) {
		Browser.Page page = this.browser.get("/backoffice/films/new");
		form.putIfAbsent("key", page.hidden("key"));
		Browser.Page added = this.browser.post(page, "/backoffice/films", form);
		form.remove("key");
		return added;
	}

	private static byte[] film(Path directory) throws IOException {
		return Files.readAllBytes(new Footage(directory).film("film.mp4", "320x180", 2));
	}

	private void untilReady(VideoId id) {
		untilState(id, VideoState.READY);
	}

	private void untilState(VideoId id, VideoState state) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> stored(id).state(), state::equals);
	}

	private Video stored(VideoId id) {
		return this.people.as(this.staff, () -> this.videos.find(id));
	}

	private static VideoId idIn(Browser.Page added) {
		return VideoId.valueOf(added.location().replaceAll(".*/films/([0-9a-f-]{36}).*", "$1"));
	}

	private static String path(VideoId id) {
		return "/backoffice/films/" + id;
	}

}
