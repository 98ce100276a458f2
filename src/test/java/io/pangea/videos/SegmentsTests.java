package io.pangea.videos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pangea.testing.StoreTest;
import jakarta.servlet.ServletException;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** How segments get to the network, seen from within Tomcat. */
@StoreTest
class SegmentsTests {

	private static final int SIZE = 300_000;

	@TempDir
	Path directory;

	@LocalServerPort
	int port;

	@Autowired
	ServletWebServerApplicationContext context;

	@Autowired
	Tickets tickets;

	@Autowired
	MediaStore store;

	private final Onlooker onlooker = new Onlooker();

	private final byte[] content = new byte[SIZE];

	private String address = "";

	/**
	 * What was done for a request.
	 *
	 * @param bySecurity whether it got as far as to be asked who is calling
	 * @param written bytes that the process wrote into the answer
	 * @param handedOver bytes of a file that Tomcat was told to have sent
	 */
	private record Seen(boolean bySecurity, long written, long handedOver) {

	}

	/** Looks at what is known of a request when all others are done with it. */
	private static final class Onlooker extends ValveBase {

		private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

		private Onlooker() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			getNext().invoke(request, response);
			Long from = (Long) request.getAttribute(Globals.SENDFILE_FILE_START_ATTR);
			Long end = (Long) request.getAttribute(Globals.SENDFILE_FILE_END_ATTR);
			this.seen.add(new Seen(response.getHeader("X-Frame-Options") != null, response.getContentWritten(),
					(from != null && end != null) ? end - from : 0));
		}

	}

	@BeforeEach
	void storesASegment() throws IOException {
		new Random(1).nextBytes(this.content);
		VideoId id = VideoId.next();
		UUID generation = UUID.randomUUID();
		this.store.put(Library.Copy.path(id, generation) + "/v0/0.m4s",
				Files.write(this.directory.resolve("segment"), this.content));
		this.address = this.tickets.give(id, generation).master().replace("master.m3u8", "v0/0.m4s");
		host().getPipeline().addValve(this.onlooker);
	}

	@AfterEach
	void looksAway() {
		host().getPipeline().removeValve(this.onlooker);
	}

	private StandardHost host() {
		TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(this.context.getWebServer());
		return (StandardHost) server.getTomcat().getHost();
	}

	@Test
	void sendsNoByteItselfOfWhatIsOnADisk() throws Exception {
		HttpResponse<byte[]> whole = send("GET");
		assertThat(whole.body()).isEqualTo(this.content);
		assertThat(seen()).isEqualTo(new Seen(false, 0, SIZE));
	}

	@Test
	void sendsNoByteItselfOfAPart() throws Exception {
		HttpResponse<byte[]> part = send("GET", "Range", "bytes=1000-99999");
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(part.body()).isEqualTo(Arrays.copyOfRange(this.content, 1000, 100_000));
		assertThat(seen()).isEqualTo(new Seen(true, 0, 99_000));
	}

	@Test
	void tellsOfAFileAndSendsNothing() throws Exception {
		HttpResponse<byte[]> head = send("HEAD");
		assertThat(head.headers().firstValueAsLong("content-length")).hasValue(SIZE);
		assertThat(seen()).isEqualTo(new Seen(true, 0, 0));
	}

	/** Whichever way it takes; a condition makes it take the long one. */
	@Test
	void answersAsTheOperationDoes() throws Exception {
		HttpResponse<byte[]> quick = send("GET");
		HttpResponse<byte[]> slow = send("GET", "If-None-Match", "\"another\"");
		assertThat(seen()).isEqualTo(new Seen(false, 0, SIZE));
		assertThat(seen()).isEqualTo(new Seen(true, 0, SIZE));
		assertThat(quick.body()).isEqualTo(slow.body());
		for (String name : List.of("content-type", "content-length", "cache-control", "etag", "accept-ranges",
				"x-content-type-options")) {
			assertThat(quick.headers().firstValue(name)).as(name)
				.isPresent()
				.isEqualTo(slow.headers().firstValue(name));
		}
	}

	private @Nullable Seen seen() throws InterruptedException {
		return this.onlooker.seen.poll(10, TimeUnit.SECONDS);
	}

	private HttpResponse<byte[]> send(String method, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:%d%s".formatted(this.port, this.address)))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
	}

}
