package io.pangea.platform.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.pangea.platform.problems.ModuleUnavailable;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.remote.CallContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands requests for modules that run elsewhere on to them, and their answers back, as
 * they are: bodies stream through and are never read here (RFC 9110, section 7.6).
 */
class EdgeFilter extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);

	/** Of one connection only (RFC 9110, section 7.6.1), or set by the client itself. */
	private static final Set<String> NOT_FORWARDED = Set.of("connection", "content-length", "expect", "host",
			"keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
			"transfer-encoding", "upgrade", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port",
			"x-forwarded-proto");

	/** How often a request without a body is sent when nothing comes back. */
	private static final int ATTEMPTS = 3;

	private static final int BUFFER = 16 * 1024;

	private final Routes routes;

	private final HttpClient http;

	private final JsonMapper json;

	private final Problems problems;

	EdgeFilter(Routes routes, HttpClient http, JsonMapper json, Problems problems) {
		this.routes = routes;
		this.http = http;
		this.json = json;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Routes.Route> route = this.routes.of(request.getRequestURI());
		if (route.isPresent()) {
			forward(request, response, route.get());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void forward(HttpServletRequest request, HttpServletResponse response, Routes.Route route)
			throws IOException {
		HttpResponse<InputStream> answer;
		try {
			answer = send(request, outgoing(request, route.target().orElseThrow()));
		}
		catch (IOException ex) {
			LOG.warn("{} does not answer {} {}: {}", route.module(), request.getMethod(), request.getRequestURI(),
					ex.toString());
			refuse(response, new ModuleUnavailable(route.module(), ex), isApi(request));
			return;
		}
		try (InputStream body = answer.body()) {
			response.setStatus(answer.statusCode());
			answer.headers()
				.map()
				.forEach((name, values) -> values.stream()
					.filter((value) -> isAnswerHeader(name))
					.forEach((value) -> response.addHeader(name, value)));
			copy(body, response.getOutputStream(), answer.headers().firstValue("content-length").isEmpty());
		}
	}

	private HttpResponse<InputStream> send(HttpServletRequest request, HttpRequest outgoing) throws IOException {
		int attempts = hasBody(request) ? 1 : ATTEMPTS;
		for (int attempt = 1;; attempt++) {
			try {
				return this.http.send(outgoing, HttpResponse.BodyHandlers.ofInputStream());
			}
			catch (IOException ex) {
				if (attempt >= attempts || !CallContext.remaining().isPositive()) {
					throw ex;
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException(ex);
			}
		}
	}

	private static HttpRequest outgoing(HttpServletRequest request, URI target) {
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(target + request.getRequestURI() + query))
			.timeout(CallContext.remaining())
			.method(request.getMethod(), body(request));
		for (String name : Collections.list(request.getHeaderNames())) {
			if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
				Collections.list(request.getHeaders(name)).forEach((value) -> outgoing.header(name, value));
			}
		}
		CallContext.currentHeaders().forEach(outgoing::setHeader);
		outgoing.setHeader(CallContext.TIMEOUT_HEADER, String.valueOf(CallContext.remaining().toMillis()));
		outgoing.setHeader("X-Forwarded-For", request.getRemoteAddr());
		outgoing.setHeader("X-Forwarded-Proto", request.getScheme());
		outgoing.setHeader("X-Forwarded-Host", request.getHeader(HttpHeaders.HOST));
		outgoing.setHeader("X-Forwarded-Port", String.valueOf(request.getServerPort()));
		return outgoing.build();
	}

	private static boolean hasBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	private static HttpRequest.BodyPublisher body(HttpServletRequest request) {
		if (!hasBody(request)) {
			return HttpRequest.BodyPublishers.noBody();
		}
		HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> {
			try {
				return request.getInputStream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		long length = request.getContentLengthLong();
		return (length > 0) ? HttpRequest.BodyPublishers.fromPublisher(body, length) : body;
	}

	private static boolean isAnswerHeader(String name) {
		return !name.startsWith(":") && (name.equals("content-length") || !NOT_FORWARDED.contains(name));
	}

	/** What comes without a length may be meant to be seen as it comes. */
	private static void copy(InputStream from, OutputStream to, boolean flush) throws IOException {
		byte[] buffer = new byte[BUFFER];
		for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
			to.write(buffer, 0, read);
			if (flush) {
				to.flush();
			}
		}
	}

	private static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	private void refuse(HttpServletResponse response, ModuleUnavailable ex, boolean api) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, ModuleUnavailable.RETRY_AFTER);
		if (!api) {
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		ProblemDetail problem = this.problems.toProblem(ex).orElseThrow();
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

}
