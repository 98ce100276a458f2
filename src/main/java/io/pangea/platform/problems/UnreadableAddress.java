package io.pangea.platform.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers requests whose address cannot be decoded: Tomcat refuses them before anything
 * of ours sees them, and would do so with a page of its own.
 */
class UnreadableAddress extends ErrorReportValve {

	private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"%2$s\",\"status\":%1$d}";

	private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1$d</title>"
			+ "<h1>%2$s</h1><p><a href=\"/\">Home</a></p></html>";

	@Override
	protected void report(Request request, Response response, @Nullable Throwable ex) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		boolean api = request.getRequestURI().startsWith("/api/");
		response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		try {
			Writer writer = response.getReporter();
			if (writer != null) {
				writer.write((api ? PROBLEM : PAGE).formatted(status.value(), status.getReasonPhrase()));
				response.finishResponse();
			}
		}
		catch (IOException lost) {
			throw new UncheckedIOException(lost);
		}
	}

}
