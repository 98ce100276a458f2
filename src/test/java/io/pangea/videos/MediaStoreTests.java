package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** A directory and a bucket do the same. */
class MediaStoreTests {

	/** As many keys as a bucket lists at once, and some. */
	private static final int MORE_THAN_A_PAGE = 1010;

	@TempDir
	static Path directory;

	private static BucketServer server;

	private static BucketStore bucket;

	/** Where a test has the store for itself. */
	private final String place = UUID.randomUUID().toString();

	@BeforeAll
	static void start() {
		server = new BucketServer();
		bucket = new BucketStore(server.bucket("films"));
	}

	@AfterAll
	static void stop() {
		bucket.destroy();
		server.close();
	}

	static List<MediaStore> stores() {
		return List.of(new DirectoryStore(directory.resolve("store")), bucket);
	}

	@ParameterizedTest
	@MethodSource("stores")
	void givesBackWhatItWasGiven(MediaStore store) throws IOException {
		put(store, "a/0.m4s", "0123456789");
		assertThat(store.size(at("a/0.m4s"))).hasValue(10);
		assertThat(read(store, "a/0.m4s", 0, 10)).isEqualTo("0123456789");
	}

	@ParameterizedTest
	@MethodSource("stores")
	void givesPartsOfAFile(MediaStore store) throws IOException {
		put(store, "a/0.m4s", "0123456789");
		assertThat(read(store, "a/0.m4s", 0, 1)).isEqualTo("0");
		assertThat(read(store, "a/0.m4s", 3, 4)).isEqualTo("3456");
		assertThat(read(store, "a/0.m4s", 9, 1)).isEqualTo("9");
		assertThat(read(store, "a/0.m4s", 7, 100)).isEqualTo("789");
		assertThat(read(store, "a/0.m4s", 10, 0)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("stores")
	void keepsFilesAsLargeAsAPartAndAsSmallAsNothing(MediaStore store) throws IOException {
		byte[] large = new byte[5_000_000];
		IntStream.range(0, large.length).forEach((i) -> large[i] = (byte) (i * 31 / 7));
		Path file = Files.write(Files.createTempFile(directory, "large", ""), large);
		store.put(at("large"), file);
		try (InputStream in = store.read(at("large"), 0, large.length)) {
			assertThat(in.readAllBytes()).isEqualTo(large);
		}
		put(store, "nothing", "");
		assertThat(store.size(at("nothing"))).hasValue(0);
		assertThat(read(store, "nothing", 0, 0)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("stores")
	void canBeLeftInTheMiddleOfAFile(MediaStore store) throws IOException {
		store.put(at("long"), Files.write(Files.createTempFile(directory, "long", ""), new byte[4_000_000]));
		for (int i = 0; i < 20; i++) {
			try (InputStream in = store.read(at("long"), 0, 4_000_000)) {
				assertThat(in.readNBytes(100)).hasSize(100);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("stores")
	void takesTheSamePathAgain(MediaStore store) throws IOException {
		put(store, "a/0.m4s", "first");
		put(store, "a/0.m4s", "the second");
		assertThat(store.size(at("a/0.m4s"))).hasValue(10);
		assertThat(read(store, "a/0.m4s", 0, 10)).isEqualTo("the second");
	}

	@ParameterizedTest
	@MethodSource("stores")
	void knowsWhatThereIsNot(MediaStore store) throws IOException {
		put(store, "a/0.m4s", "0123456789");
		assertThat(store.size(at("a/1.m4s"))).isEmpty();
		assertThat(store.size(at("a"))).isEmpty();
		assertThatIOException().isThrownBy(() -> read(store, "a/1.m4s", 0, 10));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void deletesAFileOrAllBelowAPathAndNothingBeside(MediaStore store) throws IOException {
		List<String> names = List.of("film/v0/0.m4s", "film/v0/1.m4s", "film/v1/0.m4s", "film/poster.jpg");
		for (String name : names) {
			put(store, name, "x");
		}
		put(store, "film-2/poster.jpg", "x");
		store.delete(at("film/v1/0.m4s"));
		assertThat(store.size(at("film/v1/0.m4s"))).isEmpty();
		assertThat(store.size(at("film/v0/0.m4s"))).isPresent();
		store.delete(at("film"));
		for (String name : names) {
			assertThat(store.size(at(name))).as(name).isEmpty();
		}
		assertThat(store.size(at("film-2/poster.jpg"))).isPresent();
		assertThatNoException().isThrownBy(() -> store.delete(at("film")));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void deletesAFilmOfManySegments(MediaStore store) throws Exception {
		Path file = Files.writeString(Files.createTempFile(directory, "segment", ""), "x");
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Callable<Void>> puts = IntStream.range(0, MORE_THAN_A_PAGE).mapToObj((i) -> (Callable<Void>) () -> {
				store.put(at("long/%d.m4s".formatted(i)), file);
				return null;
			}).toList();
			for (Future<Void> put : threads.invokeAll(puts)) {
				put.get();
			}
		}
		store.delete(at("long"));
		assertThat(IntStream.range(0, MORE_THAN_A_PAGE).filter((i) -> i % 50 == 0 || i > MORE_THAN_A_PAGE - 20))
			.allSatisfy((i) -> assertThat(store.size(at("long/%d.m4s".formatted(i)))).isEmpty());
	}

	@Test
	void saysWhenThereIsNoBucket() throws IOException {
		Path file = Files.writeString(Files.createTempFile(directory, "file", ""), "x");
		BucketStore nowhere = new BucketStore(server.bucket("nowhere"));
		assertThatIOException().isThrownBy(() -> nowhere.put("a", file));
		assertThatIOException().isThrownBy(() -> nowhere.read("a", 0, 1));
		assertThatIOException().isThrownBy(() -> nowhere.delete("a"));
		nowhere.destroy();
	}

	/**
	 * It answers 200 and says which keys it kept: taken for done, they would stay for
	 * ever.
	 */
	@Test
	void saysWhenABucketDoesNotDelete() throws IOException {
		HttpServer stubborn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		stubborn.createContext("/", (exchange) -> {
			String answer = switch (exchange.getRequestMethod()) {
				case "GET" -> "<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>1</KeyCount>"
						+ "<Contents><Key>film/0.m4s</Key></Contents></ListBucketResult>";
				case "POST" ->
					"<DeleteResult><Error><Key>film/0.m4s</Key><Code>AccessDenied</Code></Error>" + "</DeleteResult>";
				default -> "";
			};
			exchange.getRequestBody().readAllBytes();
			byte[] body = answer.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders((body.length > 0) ? 200 : 204, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		stubborn.start();
		BucketStore store = new BucketStore(new VideoSettings.Bucket("films",
				"http://localhost:" + stubborn.getAddress().getPort(), "us-east-1", "test", "test"));
		try {
			assertThatIOException().isThrownBy(() -> store.delete("film")).withMessageContaining("AccessDenied");
		}
		finally {
			store.destroy();
			stubborn.stop(0);
		}
	}

	@Test
	void aDirectoryIsNotLeft() {
		MediaStore store = stores().getFirst();
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.size("../a"));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.delete("a/.."));
	}

	private void put(MediaStore store, String path, String content) throws IOException {
		store.put(at(path), Files.writeString(Files.createTempFile(directory, "file", ""), content));
	}

	private String read(MediaStore store, String path, long from, long count) throws IOException {
		try (InputStream in = store.read(at(path), from, count)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private String at(String path) {
		return this.place + "/" + path;
	}

}
