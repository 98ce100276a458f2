package io.pangea.videos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class PublicReadsTests {

	@Autowired
	Videos videos;

	@Autowired
	Lifecycle lifecycle;

	@LocalServerPort
	int port;

	@Test
	void answersOnlyOnceWhatDidNotChange() throws Exception {
		Video film = published();
		String path = "/api/videos/" + film.id();
		HttpResponse<String> first = get(path, "");
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		String tag = first.headers().firstValue("ETag").orElseThrow();
		HttpResponse<String> again = get(path, tag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		Screenplays.as(AccountId.next(), () -> this.videos.rate(film.id(), new Rating(3)));
		assertThat(get(path, tag).statusCode()).isEqualTo(200);
		Screenplays.asStaff(() -> this.videos.withdraw(film.id()));
		assertThat(get(path, tag).statusCode()).isEqualTo(404);
	}

	@Test
	void keepsSearchesToo() throws Exception {
		HttpResponse<String> first = get("/api/videos?q=" + Screenplays.word(), "");
		String tag = first.headers().firstValue("ETag").orElseThrow();
		assertThat(get("/api/videos?q=" + Screenplays.word(), tag).statusCode()).isEqualTo(304);
	}

	private Video published() {
		Video film = Screenplays
			.asStaff(() -> this.videos.add(Screenplays.titled("Kept"), UUID.randomUUID().toString()));
		this.lifecycle.uploading(film.id());
		this.lifecycle.transcoding(film.id());
		this.lifecycle.ready(film.id(), () -> Screenplays.MEDIA);
		return Screenplays.asStaff(() -> this.videos.publish(film.id()));
	}

	private HttpResponse<String> get(String path, String tag) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
			if (!tag.isEmpty()) {
				request.header("If-None-Match", tag);
			}
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
