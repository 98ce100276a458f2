package io.pangea.platform.remote;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientException;

/** Something on the way answered in a module's place that it cannot be reached. */
class NoAnswer extends RestClientException {

	NoAnswer(HttpStatusCode status) {
		super("Answered with " + status + " on the way");
	}

}
