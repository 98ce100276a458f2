package io.pangea.videos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pangea.testing.AtOnce;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** From a file that staff sends to segments that a player reads, over HTTP. */
@StoreTest
class MediaTests {

	@TempDir
	static Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Films films;

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Library library;

	@Autowired
	Ingests ingests;

	@Autowired
	Uploads uploads;

	@Autowired
	Leftovers leftovers;

	@Autowired
	Tickets tickets;

	@Autowired
	MediaStore store;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JsonMapper json;

	private VideoId id = VideoId.next();

	private String token = "";

	@BeforeEach
	void describeFilm() {
		this.token = this.people.staff().token();
		this.id = newFilm();
	}

	private VideoId newFilm() {
		VideoId film = VideoId.next();
		this.transaction
			.execute((status) -> this.films.add(Film.draft(film, "film-" + film, new VideoDescription("Film", null, "",
					Map.of(), List.of(), List.of(), 2026, 0, VideoAccess.FREE, null, Availability.ALWAYS))));
		return film;
	}

	@Test
	void takesAFilmInPartsAndHandsItOut() throws Exception {
		byte[] film = Files.readAllBytes(new Footage(directory).film("film.mp4", "320x180", 5));
		assertThat(start(film.length, sha256(film)).statusCode()).isEqualTo(200);
		int half = film.length / 2;
		assertThat(body(part(0, Arrays.copyOf(film, half))).at("/offset").asInt()).isEqualTo(half);
		// The answer got lost, and what was sent after a restart goes on from what is
		// stored.
		assertThat(body(part(0, Arrays.copyOf(film, half))).at("/offset").asInt()).isEqualTo(half);
		assertThat(start(film.length, sha256(film)).statusCode()).isEqualTo(200);
		assertThat(body(get(path("/upload"), this.token)).at("/offset").asInt()).isEqualTo(half);
		HttpResponse<byte[]> wrong = part(half + 1, new byte[] { 1 });
		assertThat(wrong.statusCode()).isEqualTo(409);
		assertThat(body(wrong).at("/offset").asInt()).isEqualTo(half);
		assertThat(part(0, new byte[half]).statusCode()).isEqualTo(409);
		assertThat(finish().statusCode()).isEqualTo(409);
		assertThat(part(half, Arrays.copyOfRange(film, half, film.length)).statusCode()).isEqualTo(200);
		assertThat(send("PUT", path("/subtitles/pt-br"), "text/vtt",
				"WEBVTT\n\n00:00.500 --> 00:01.500\nOlá\n".getBytes(StandardCharsets.UTF_8), this.token)
			.statusCode()).isEqualTo(200);
		assertThat(finish().statusCode()).isEqualTo(200);
		assertThat(finish().statusCode()).isEqualTo(200);
		assertThat(ended().text("/status")).isEqualTo("DONE");
		this.lifecycle.publish(this.id);

		Library.Copy copy = this.library.find(this.id).orElseThrow();
		String master = this.tickets.issue(this.id).master();
		HttpResponse<byte[]> playlist = get(master, null);
		assertThat(playlist.headers().firstValue("content-type")).contains("application/vnd.apple.mpegurl");
		assertThat(new String(playlist.body(), StandardCharsets.UTF_8)).contains("RESOLUTION=320x180", "CODECS=\"avc1.",
				"TYPE=SUBTITLES", "LANGUAGE=\"pt-BR\"", "TYPE=AUDIO", "v0/index.m3u8");
		String below = master.substring(0, master.lastIndexOf('/') + 1);
		assertThat(text(get(below + "subtitles/pt-BR.m3u8", null))).contains("pt-BR.vtt");
		assertThat(text(get(below + "subtitles/pt-BR.vtt", null))).contains("Olá");
		assertThat(text(get(below + "v0/index.m3u8", null))).contains("1.m4s");
		handsOutSegments(below + "v0/0.m4s", copy.path("v0/0.m4s"));
		handsOutPictures(copy);
		refusesOtherTickets(below);
		refusesPathsThatLeadElsewhere(below);
		assertThat(this.uploads.find(this.id)).isEmpty();
	}

	private void handsOutSegments(String address, String path) throws Exception {
		byte[] stored = this.store.read(path, 0, this.store.size(path).orElseThrow()).readAllBytes();
		HttpResponse<byte[]> whole = get(address, null);
		assertThat(whole.body()).isEqualTo(stored);
		assertThat(whole.headers().firstValue("cache-control"))
			.hasValueSatisfying((it) -> assertThat(it).contains("private", "max-age=31536000", "immutable"));
		assertThat(whole.headers().firstValue("content-type")).contains("video/iso.segment");
		HttpResponse<byte[]> range = get(address, null, "Range", "bytes=10-19");
		assertThat(range.statusCode()).isEqualTo(206);
		assertThat(range.body()).isEqualTo(Arrays.copyOfRange(stored, 10, 20));
		assertThat(range.headers().firstValue("content-range")).contains("bytes 10-19/" + stored.length);
		HttpResponse<byte[]> large = get(address, null, "Range", "bytes=1-");
		assertThat(large.body()).isEqualTo(Arrays.copyOfRange(stored, 1, stored.length));
		assertThat(get(address, null, "Range", "bytes=-5").body())
			.isEqualTo(Arrays.copyOfRange(stored, stored.length - 5, stored.length));
		HttpResponse<byte[]> beyond = get(address, null, "Range", "bytes=%d-".formatted(stored.length));
		assertThat(beyond.statusCode()).isEqualTo(416);
		assertThat(beyond.headers().firstValue("content-range")).contains("bytes */" + stored.length);
		String etag = whole.headers().firstValue("etag").orElseThrow();
		assertThat(get(address, null, "If-None-Match", etag).statusCode()).isEqualTo(304);
		HttpResponse<byte[]> head = send("HEAD", address, null, new byte[0], null);
		assertThat(head.headers().firstValue("content-length")).contains(String.valueOf(stored.length));
		assertThat(head.body()).isEmpty();
	}

	private void handsOutPictures(Library.Copy copy) throws Exception {
		for (String picture : List.of("poster.jpg", "backdrop.jpg", "sprite.jpg", "sprite.vtt")) {
			HttpResponse<byte[]> answer = get(VideoMediaDesk.address(this.id, copy.generation(), picture), null);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("cache-control"))
				.hasValueSatisfying((it) -> assertThat(it).contains("public", "immutable"));
		}
		assertThat(get(VideoMediaDesk.address(this.id, copy.generation(), "v0"), null).statusCode()).isEqualTo(404);
		assertThat(get(VideoMediaDesk.address(this.id, UUID.randomUUID(), "poster.jpg"), null).statusCode())
			.isEqualTo(404);
	}

	private void refusesOtherTickets(String below) throws Exception {
		String ticket = below.substring("/api/videos/media/".length(), below.length() - 1);
		byte[] bytes = Base64.getUrlDecoder().decode(ticket);
		for (int i = 0; i < bytes.length; i += 7) {
			byte[] tampered = bytes.clone();
			tampered[i] ^= 1;
			String other = Base64.getUrlEncoder().encodeToString(tampered);
			assertThat(get("/api/videos/media/" + other + "/v0/0.m4s", null).statusCode()).isEqualTo(403);
		}
		byte[] foreign = new byte[bytes.length];
		System.arraycopy(bytes, 0, foreign, 0, bytes.length - 32);
		assertThat(get("/api/videos/media/" + Base64.getUrlEncoder().encodeToString(foreign) + "/v0/0.m4s", null)
			.statusCode()).isEqualTo(403);
		assertThat(get("/api/videos/media/x/master.m3u8", null).statusCode()).isEqualTo(403);
		Tickets expired = new Tickets(this.jdbc, Footage.settings(directory, "pangea.videos.ticket-lifetime=0s"),
				this.lifecycle, this.library);
		MediaTicket late = expired.give(this.id, UUID.randomUUID());
		HttpResponse<byte[]> answer = get(late.master(), null);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(body(answer).at("/type").asString()).isEqualTo("urn:pangea:problem:videos:ticket-expired");
	}

	private void refusesPathsThatLeadElsewhere(String below) throws Exception {
		for (String path : List.of("v0/..%2f..%2findex.m3u8", "v0/%2e%2e", "..%2fv0/0.m4s", "v0%2f0.m4s",
				"v0/..\\0.m4s", "v9/0.m4s", "v0/99.m4s", "v0/0.m4s.part", "out/0.m4s", "subtitles/xx.vtt",
				"subtitles/..vtt", "nothing", "v0/%00", "v0/0.m4s;x=y")) {
			assertThat(get(below + path.replace("\\", "%5c"), null).statusCode()).as(path).isBetween(400, 404);
		}
	}

	@Test
	void refusesWhatIsNoFilm() throws Exception {
		byte[] executable = Files.readAllBytes(new FfmpegBinary(Footage.settings(directory)).path());
		byte[] some = Arrays.copyOf(executable, 100_000);
		for (byte[] content : List.of(some, "#EXTM3U\nfile:///etc/passwd".getBytes(StandardCharsets.UTF_8),
				"<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))) {
			assertThat(start(content.length, null).statusCode()).isEqualTo(200);
			assertThat(part(0, content).statusCode()).isEqualTo(200);
			assertThat(finish().statusCode()).isEqualTo(422);
			assertThat(finish().statusCode()).isEqualTo(422);
			assertThat(this.lifecycle.state(this.id)).isEqualTo(VideoState.FAILED);
		}
		assertThat(start(0, null).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesWhatArrivedDamaged() throws Exception {
		byte[] film = "....ftypisom".getBytes(StandardCharsets.UTF_8);
		start(film.length, sha256(new byte[] { 1 }));
		part(0, film);
		assertThat(body(finish()).at("/detail").asString()).contains("checksum");
	}

	@Test
	void refusesMoreThanMayCome() throws Exception {
		assertThat(start(9L << 30, null).statusCode()).isEqualTo(413);
		start(100, null);
		assertThat(part(0, new byte[101]).statusCode()).isEqualTo(413);
		start(100_000_000, null);
		assertThat(part(0, new byte[(16 << 20) + 1]).statusCode()).isEqualTo(413);
		assertThat(body(get(path("/upload"), this.token)).at("/offset").asInt()).isZero();
	}

	@Test
	void failsCleanlyAndIsTriedAgain() throws Exception {
		byte[] film = Arrays.copyOf("\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1), 5000);
		start(film.length, null);
		part(0, film);
		finish();
		assertThat(ended().text("/status")).isEqualTo("FAILED");
		assertThat(this.lifecycle.state(this.id)).isEqualTo(VideoState.FAILED);
		assertThat(this.library.find(this.id)).isEmpty();
		assertThat(send("PUT", path("/ingest"), "application/json", new byte[0], this.token).statusCode())
			.isEqualTo(200);
		assertThat(ended().text("/status")).isEqualTo("FAILED");
	}

	/** Its worker dies between any two steps, and another takes over. */
	@Test
	void publishesNothingOfAWorkerThatDied() throws Exception {
		Ingests.Claim dead = claimed();
		String half = Library.Copy.path(this.id, dead.generation());
		Path file = Files.writeString(directory.resolve("half"), "half");
		this.leftovers.add(half, Duration.ZERO);
		this.store.put(half + "/poster.jpg", file);
		this.jdbc.sql("update videos.ingests set alive_at = now() - interval '1 hour' where video_id = ?")
			.param(this.id.value())
			.update();
		assertThat(ended().text("/status")).isEqualTo("FAILED");
		assertThat(this.ingests.complete(dead,
				new Transcoder.Result(directory, new Streams(1, List.of(), List.of()), List.of()), 1))
			.isFalse();
		assertThat(this.library.find(this.id)).isEmpty();
		this.leftovers.sweep();
		assertThat(this.store.size(half + "/poster.jpg")).isEmpty();
	}

	@Test
	void givesUpWhatKillsItsWorkers() {
		claimed();
		this.jdbc.sql("update videos.ingests set alive_at = now() - interval '1 hour', attempts = 3 where video_id = ?")
			.param(this.id.value())
			.update();
		assertThat(ended().text("/failure")).contains("several times");
	}

	private Ingests.Claim claimed() {
		UUID generation = UUID.randomUUID();
		this.lifecycle.uploading(this.id);
		this.lifecycle.transcoding(this.id);
		this.jdbc
			.sql("insert into videos.ingests (video_id, upload_id, status, attempts, generation) "
					+ "values (?, ?, 'RUNNING', 1, ?)")
			.params(this.id.value(), UUID.randomUUID(), generation)
			.update();
		return new Ingests.Claim(this.id, UUID.randomUUID(), generation, 1);
	}

	/** Each alone would fit. */
	@Test
	void givesNoRoomAwayTwice() throws Exception {
		long taken = this.jdbc.sql("""
				select coalesce((select sum(size) from videos.uploads), 0)
				+ coalesce((select sum(bytes) from videos.media), 0)""").query(Long.class).single();
		Uploads scarce = new Uploads(this.jdbc, this.leftovers, this.lifecycle,
				Footage.settings(directory, "pangea.videos.quota=%dB".formatted(taken + 100)));
		CountDownLatch given = new CountDownLatch(8);
		List<Callable<Boolean>> uploads = Stream.generate(this::newFilm)
			.limit(8)
			.map((film) -> (Callable<Boolean>) () -> Boolean.TRUE
				.equals(this.transaction.execute((status) -> startsWithOthers(scarce, film, given))))
			.toList();
		assertThat(AtOnce.all(uploads)).filteredOn((it) -> it.state() == Future.State.SUCCESS).hasSize(1);
		assertThat(AtOnce.all(uploads)).filteredOn((it) -> it.state() == Future.State.FAILED)
			.extracting(Future::exceptionNow)
			.hasSize(7)
			.hasOnlyElementsOfType(UploadTooLarge.class);
	}

	/**
	 * Does not end its transaction before all others were given room, too, if they are.
	 */
	private static boolean startsWithOthers(Uploads uploads, VideoId film, CountDownLatch given) {
		uploads.start(film, new NewUpload(60L, null));
		given.countDown();
		try {
			return given.await(1, TimeUnit.SECONDS) || given.getCount() > 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * What was sent and failed, was refused, or never came to an end; and nothing else.
	 */
	@Test
	void dropsOldSourcesThatNothingBecomesOf() throws Exception {
		byte[] film = Arrays.copyOf("\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1), 5000);
		start(film.length, null);
		part(0, film);
		finish();
		assertThat(ended().text("/status")).isEqualTo("FAILED");
		Uploads.State failed = sent(this.id);
		VideoId half = newFilm();
		this.uploads.start(half, new NewUpload(10L, null));
		VideoId fresh = newFilm();
		this.uploads.start(fresh, new NewUpload(10L, null));
		VideoId running = newFilm();
		Uploads.State busy = this.uploads.start(running, new NewUpload(10L, null));
		this.jdbc.sql("insert into videos.ingests (video_id, upload_id, status) values (?, ?, 'RUNNING')")
			.params(running.value(), busy.id())
			.update();
		age("update videos.uploads set changed_at = now() - interval '8 days' where video_id in (?, ?, ?)", this.id,
				half, running);
		this.uploads.dropOld();
		assertThat(this.uploads.find(this.id)).as("failed just now").isPresent();
		assertThat(this.uploads.find(half)).isEmpty();
		assertThat(this.uploads.find(fresh)).isPresent();
		assertThat(this.uploads.find(running)).isPresent();
		age("update videos.ingests set alive_at = now() - interval '8 days' where video_id in (?, ?)", this.id,
				running);
		this.uploads.dropOld();
		assertThat(this.uploads.find(this.id)).isEmpty();
		assertThat(this.uploads.find(running)).isPresent();
		assertThat(this.jdbc.sql("select path from videos.leftovers where path = ?")
			.param(failed.prefix())
			.query(String.class)
			.optional()).isPresent();
		assertThat(send("PUT", path("/ingest"), "application/json", new byte[0], this.token).statusCode())
			.isEqualTo(404);
		this.jdbc.sql("delete from videos.ingests where video_id = ?").param(running.value()).update();
	}

	private Uploads.State sent(VideoId film) {
		return java.util.Objects.requireNonNull(this.transaction.execute((status) -> this.uploads.get(film)));
	}

	private void age(String sql, VideoId... films) {
		this.jdbc.sql(sql).params(Stream.of(films).map((it) -> (Object) it.value()).toList()).update();
	}

	/** In the catalogue as in the playlist. */
	@Test
	void tellsOfSubtitlesThatComeAndGoLater() throws Exception {
		this.lifecycle.uploading(this.id);
		this.lifecycle.transcoding(this.id);
		this.lifecycle.ready(this.id, () -> Screenplays.MEDIA.subtitled(List.of()));
		byte[] text = "WEBVTT\n\n00:00.500 --> 00:01.500\nOlá\n".getBytes(StandardCharsets.UTF_8);
		send("PUT", path("/subtitles/pt-BR"), "text/vtt", text, this.token);
		send("PUT", path("/subtitles/en"), "text/vtt", text, this.token);
		assertThat(body(get(path(""), this.token)).at("/subtitles")).extracting(JsonNode::asString)
			.containsExactly("en", "pt-BR");
		send("DELETE", path("/subtitles/en"), null, new byte[0], this.token);
		assertThat(body(get(path(""), this.token)).at("/subtitles")).extracting(JsonNode::asString)
			.containsExactly("pt-BR");
	}

	@Test
	void refusesSubtitlesThatAreNone() throws Exception {
		for (String text : List.of("", "hello", "WEBVTT\n", "1\n00:00:01,000 --> 00:00:02,000\nSubRip\n")) {
			assertThat(send("PUT", path("/subtitles/en"), "text/vtt", text.getBytes(StandardCharsets.UTF_8), this.token)
				.statusCode()).isBetween(400, 422);
		}
		assertThatExceptionOfType(SubtitlesRefused.class).isThrownBy(() -> Subtitles.language("../en"));
	}

	/** A JSON answer, field by field. */
	private record Answer(JsonNode body) {

		String text(String pointer) {
			return this.body.at(pointer).asString("");
		}

	}

	private Answer ended() {
		return await().atMost(Duration.ofMinutes(3))
			.until(() -> new Answer(body(get(path("/ingest"), this.token))),
					(it) -> List.of("DONE", "FAILED").contains(it.text("/status")));
	}

	private HttpResponse<byte[]> start(long size, @Nullable String checksum) throws Exception {
		String body = (checksum != null) ? "{\"size\":%d,\"checksum\":\"%s\"}".formatted(size, checksum)
				: "{\"size\":%d}".formatted(size);
		return send("PUT", path("/upload"), "application/json", body.getBytes(StandardCharsets.UTF_8), this.token);
	}

	private HttpResponse<byte[]> part(long offset, byte[] content) throws Exception {
		return send("PUT", path("/upload/part?offset=" + offset), "application/octet-stream", content, this.token);
	}

	private HttpResponse<byte[]> finish() throws Exception {
		return send("PUT", path("/upload/finished"), null, new byte[0], this.token);
	}

	private String path(String rest) {
		return "/api/videos/" + this.id + rest;
	}

	private JsonNode body(HttpResponse<byte[]> answer) {
		return this.json.readTree(answer.body());
	}

	private static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	private HttpResponse<byte[]> get(String path, @Nullable String bearer, String... headers)
			throws IOException, InterruptedException {
		return send("GET", path, null, new byte[0], bearer, headers);
	}

	private HttpResponse<byte[]> send(String method, String path, @Nullable String type, byte[] content,
			@Nullable String bearer, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, (content.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(content)
					: HttpRequest.BodyPublishers.noBody());
		if (type != null) {
			request.header("Content-Type", type);
		}
		if (bearer != null) {
			request.header("Authorization", "Bearer " + bearer);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

}
