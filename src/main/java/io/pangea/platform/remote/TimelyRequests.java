package io.pangea.platform.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Requests that end when their answer is no longer of use. */
record TimelyRequests(HttpClient client, Executor executor) implements ClientHttpRequestFactory {

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		Duration remaining = CallContext.remaining();
		if (!remaining.isPositive()) {
			throw new HttpTimeoutException("No time is left to ask " + uri.getHost());
		}
		var requests = new JdkClientHttpRequestFactory(this.client, this.executor);
		requests.setReadTimeout(remaining);
		return requests.createRequest(uri, method);
	}

}
