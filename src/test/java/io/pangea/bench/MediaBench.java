package io.pangea.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.pangea.journeys.Player;
import io.pangea.journeys.Shop;
import io.pangea.journeys.Staff;
import io.pangea.processes.Launch;
import io.pangea.processes.StoreJar;
import io.pangea.processes.StoreProcess;
import io.pangea.videos.Footage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Segments by the store beside nginx with the same files in turn, once of the largest
 * size, where bytes count, and once of the smallest, where requests do; and many viewers
 * at once. Written to {@code target/bench/media.md}. Client, store, nginx and database
 * share the machine, so throughput is bounded by the client, too; processor time is of
 * the serving processes alone.
 */
class MediaBench {

	private static final Path DIRECTORY = Path.of("target/bench").toAbsolutePath();

	private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("pangea.bench.measure", 15));

	private static final int CLIENTS = 8;

	private static final int VIEWERS = Integer.getInteger("pangea.bench.viewers", 500);

	private static final int SEGMENTS_EACH = 8;

	private final List<String> table = new ArrayList<>(List.of("| what | measured | goal |", "|---|---|---|"));

	@Test
	void measures() throws Exception {
		Path files = Files.createDirectories(DIRECTORY.resolve("media-" + UUID.randomUUID()));
		Launch launch = Launch.of("media", StoreJar.packaged())
			.in(DIRECTORY)
			.with(Map.of("pangea.data-directory", files.resolve("data").toString(), "pangea.videos.directory",
					files.resolve("videos").toString(), "pangea.videos.demo", "false", "pangea.videos.largest-part",
					"512MB"));
		try (StoreProcess store = launch.start();
				Shop shop = new Shop(store.url());
				Player player = new Player(store.url())) {
			String film = published(shop, store.staffPassword(), files);
			List<URI> playlists = player.playlists(watch(shop, film).text("/ticket/master"));
			throughput(store, player, playlists.getFirst(), "largest", files);
			throughput(store, player, playlists.getLast(), "smallest", files);
			viewers(shop, player, film, segments(player, playlists.getFirst()));
		}
		Files.write(DIRECTORY.resolve("media.md"), this.table);
		this.table.forEach(System.out::println);
	}

	/** With grain, so that its segments are as large as the ladder lets them be. */
	private static String published(Shop shop, String password, Path files) throws IOException {
		Staff staff = Staff.signedIn(shop, "staff@pangea.example", password);
		String film = staff
			.post("/api/videos", Map.of("title", "Bench", "synopsis", "", "year", 2026, "minimumAge", 0, "access",
					"FREE", "genres", List.of()))
			.ok()
			.text("/id");
		staff.uploads(film, new Footage(files).grainy("bench.mp4", "1280x720", 48));
		staff.put("/api/videos/%s/publication".formatted(film), Map.of()).ok();
		return film;
	}

	private static Shop.Answer watch(Shop shop, String film) {
		return shop
			.post("/api/playback/sessions", Map.of("videoId", film, "device", "bench"), "Idempotency-Key",
					UUID.randomUUID().toString())
			.ok();
	}

	private static List<String> segments(Player player, URI playlist) {
		return new String(player.get(playlist).body(), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.toList();
	}

	private void throughput(StoreProcess store, Player player, URI playlist, String which, Path files)
			throws Exception {
		List<String> names = segments(player, playlist);
		List<URI> ours = names.stream().map(playlist::resolve).toList();
		load(store.pid(), ours);
		if (!Nginx.isInstalled()) {
			System.out.println("nginx is not installed: nothing to compare with (Debian: apt-get install nginx)");
			row("segments of the %s size, the store".formatted(which), load(store.pid(), ours), "–");
			return;
		}
		try (Nginx nginx = Nginx.start(stored(playlist, files), files)) {
			List<URI> theirs = names.stream().map(nginx.address()::resolve).toList();
			load(nginx.pid(), theirs);
			List<Rate> store3 = new ArrayList<>();
			List<Rate> nginx3 = new ArrayList<>();
			for (int round = 0; round < 3; round++) {
				nginx3.add(load(nginx.pid(), theirs));
				store3.add(load(store.pid(), ours));
			}
			Rate a = median(nginx3);
			Rate b = median(store3);
			row("segments of the %s size, nginx".formatted(which), a, "the measure");
			row("segments of the %s size, the store".formatted(which), b, "–");
			row("the store beside nginx, %s size".formatted(which),
					"%.0f%% of the MB/s".formatted(100 * b.megabytes() / a.megabytes()), "≥ 50%");
		}
	}

	private static Path stored(URI playlist, Path files) throws IOException {
		String[] parts = playlist.getPath().split("/", -1);
		try (Stream<Path> all = Files.walk(files.resolve("videos"))) {
			return all.filter((path) -> Files.isDirectory(path) && path.endsWith(parts[parts.length - 2]))
				.findFirst()
				.orElseThrow();
		}
	}

	private static Rate median(List<Rate> rounds) {
		return rounds.stream().sorted(Comparator.comparingDouble(Rate::megabytes)).toList().get(1);
	}

	/**
	 * What came of a round; its processor time is the server's, in seconds.
	 */
	private record Rate(long requests, long bytes, double seconds, double cpu, int failed) {

		double megabytes() {
			return this.bytes / 1e6 / this.seconds;
		}

		@Override
		public String toString() {
			return "%.0f KB each: %.0f MB/s, %.0f requests/s; processor time %.2f s per GB, %.0f µs per request; %d failed"
				.formatted(this.bytes / 1e3 / this.requests, megabytes(), this.requests / this.seconds,
						this.cpu / (this.bytes / 1e9), this.cpu * 1e6 / this.requests, this.failed);
		}

	}

	private static Rate load(long pid, List<URI> segments) throws Exception {
		AtomicLong bytes = new AtomicLong();
		long before = ticks(pid);
		Load.Result result = new Load(CLIENTS, MEASURE).run(() -> {
			bytes.addAndGet(read(segments.get(ThreadLocalRandom.current().nextInt(segments.size()))));
			return true;
		});
		return new Rate(result.done(), bytes.get(), result.done() / result.perSecond(), (ticks(pid) - before) / 100.0,
				result.failed());
	}

	/** As cheaply as the JDK can. */
	private static long read(URI address) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
		byte[] buffer = new byte[1 << 16];
		long all = 0;
		try (InputStream in = connection.getInputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				all += read;
			}
		}
		assertThat(connection.getResponseCode()).isEqualTo(200);
		return all;
	}

	/**
	 * User and system time of a process and those it started, in hundredths of a second.
	 */
	private static long ticks(long pid) throws IOException {
		long sum = 0;
		List<Long> pids = Stream
			.concat(Stream.of(pid), ProcessHandle.of(pid).orElseThrow().children().map(ProcessHandle::pid))
			.toList();
		for (long one : pids) {
			String stat = Files.readString(Path.of("/proc/%d/stat".formatted(one)));
			if (!stat.contains("(postgres)")) {
				String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
				sum += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
			}
		}
		return sum;
	}

	/**
	 * Each opens a session, says where it stands every ten seconds, and wants a segment
	 * every time one was played; a segment that takes longer than it plays is late.
	 */
	private void viewers(Shop shop, Player player, String film, List<String> names) throws Exception {
		long segment = 4_000_000_000L;
		AtomicInteger late = new AtomicInteger();
		AtomicInteger failed = new AtomicInteger();
		AtomicLong slowest = new AtomicLong();
		CountDownLatch done = new CountDownLatch(VIEWERS);
		for (int viewer = 0; viewer < VIEWERS; viewer++) {
			long offset = segment * viewer / VIEWERS;
			Thread.ofVirtual().start(() -> {
				try {
					LockSupport.parkNanos(offset);
					watch(shop, player, film, names, segment, late, slowest);
				}
				catch (RuntimeException | IOException | AssertionError ex) {
					failed.incrementAndGet();
				}
				finally {
					done.countDown();
				}
			});
		}
		done.await();
		row("%d viewers, %d segments of the largest size each".formatted(VIEWERS, SEGMENTS_EACH),
				"%d late, slowest after %d ms, %d viewers failed".formatted(late.get(), slowest.get() / 1_000_000,
						failed.get()),
				"none late");
	}

	private static void watch(Shop shop, Player player, String film, List<String> names, long segment,
			AtomicInteger late, AtomicLong slowest) throws IOException {
		Shop.Answer session = watch(shop, film);
		URI playlist = player.rendition(session.text("/ticket/master")).playlist();
		long start = System.nanoTime();
		for (int i = 0; i < SEGMENTS_EACH; i++) {
			long asked = System.nanoTime();
			read(playlist.resolve(names.get(i % names.size())));
			long took = System.nanoTime() - asked;
			slowest.accumulateAndGet(took, Math::max);
			if (took > segment) {
				late.incrementAndGet();
			}
			if (i % 3 == 2) {
				int position = i * 4;
				shop.put("/api/playback/sessions/%s/beats/%d".formatted(session.text("/id"), i), Map.of("at",
						position * 1000, "position", position, "watched", position, "stalls", 0, "stalled", 0))
					.ok();
			}
			LockSupport.parkNanos(start + (i + 1) * segment - System.nanoTime());
		}
	}

	private void row(String what, Object measured, String goal) {
		this.table.add("| %s | %s | %s |".formatted(what, measured, goal));
	}

}
