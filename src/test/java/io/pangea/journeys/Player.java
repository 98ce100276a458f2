package io.pangea.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a player does with the address of a master playlist (RFC 8216). */
public final class Player implements AutoCloseable {

	private static final Pattern INIT = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newHttpClient();

	private final String baseUrl;

	public Player(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	/** The addresses of a rendition. */
	public record Rendition(URI playlist, URI init, URI segment) {

	}

	public URI address(String path) {
		return URI.create(this.baseUrl).resolve(path);
	}

	/** The first rendition there is, and its first segment. */
	public Rendition rendition(String master) {
		URI address = address(master);
		URI playlist = address.resolve(firstAddress(text(address)));
		String lines = text(playlist);
		Matcher init = INIT.matcher(lines);
		if (!init.find()) {
			throw new AssertionError("No initialisation in " + lines);
		}
		return new Rendition(playlist, playlist.resolve(init.group(1)), playlist.resolve(firstAddress(lines)));
	}

	/** The playlists of all sizes there are, the largest first. */
	public List<URI> playlists(String master) {
		URI address = address(master);
		return addresses(text(address)).map(address::resolve).toList();
	}

	private static String firstAddress(String playlist) {
		return addresses(playlist).findFirst().orElseThrow(() -> new AssertionError("No address in " + playlist));
	}

	private static Stream<String> addresses(String playlist) {
		return playlist.lines().filter((line) -> !line.isBlank() && !line.startsWith("#"));
	}

	private String text(URI address) {
		HttpResponse<byte[]> answer = get(address);
		if (answer.statusCode() != 200) {
			throw new AssertionError("%s answered %d".formatted(address, answer.statusCode()));
		}
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	public HttpResponse<byte[]> get(URI address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
