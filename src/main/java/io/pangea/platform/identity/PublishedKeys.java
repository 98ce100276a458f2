package io.pangea.platform.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.Executors;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;

/** A JWK set (RFC 7517) at an address. */
class PublishedKeys implements RemoteKeys.Publisher {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final URI address;

	PublishedKeys(URI address) {
		this.address = address;
	}

	@Override
	public JWKSet read() throws KeySourceException {
		try {
			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(this.address).timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new RemoteKeySourceException("%s answers %d".formatted(this.address, answer.statusCode()), null);
			}
			return JWKSet.parse(answer.body()).toPublicJWKSet();
		}
		catch (IOException | ParseException ex) {
			throw new RemoteKeySourceException("%s does not answer: %s".formatted(this.address, ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RemoteKeySourceException("Interrupted", ex);
		}
	}

}
