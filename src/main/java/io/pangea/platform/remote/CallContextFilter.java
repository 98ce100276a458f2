package io.pangea.platform.remote;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes what a request brings that has to go along with the calls made for it. One that
 * comes from outside gets the time that requests are given, and a trace of its own.
 */
class CallContextFilter extends OncePerRequestFilter {

	private static final String[] HEADERS = { CallContext.TRACE_PARENT, "tracestate", "baggage" };

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Duration timeout;

	private final Duration uploadTimeout;

	/**
	 * @param timeout how long a request may take
	 * @param uploadTimeout how long one may that brings files
	 */
	CallContextFilter(Duration timeout, Duration uploadTimeout) {
		this.timeout = timeout;
		this.uploadTimeout = uploadTimeout;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Map<String, String> headers = new TreeMap<>();
		for (String header : HEADERS) {
			String value = request.getHeader(header);
			if (value != null) {
				headers.put(header, value);
			}
		}
		String trace = headers.computeIfAbsent(CallContext.TRACE_PARENT, (header) -> newTrace());
		CallContext context = CallContext.of(timeout(request), headers, !request.getRequestURI().startsWith("/api/"));
		try (var _ = MDC.putCloseable("trace", trace)) {
			context.<@Nullable Object, Exception>call(() -> {
				chain.doFilter(request, response);
				return null;
			});
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	private Duration timeout(HttpServletRequest request) {
		String type = request.getContentType();
		boolean upload = StringUtils.startsWithIgnoreCase(type, "multipart/")
				|| StringUtils.startsWithIgnoreCase(type, "application/octet-stream");
		Duration longest = upload ? this.uploadTimeout : this.timeout;
		try {
			String asked = request.getHeader(CallContext.TIMEOUT_HEADER);
			Duration timeout = (asked != null) ? Duration.ofMillis(Long.parseLong(asked)) : longest;
			return (timeout.compareTo(longest) < 0) ? timeout : longest;
		}
		catch (NumberFormatException ex) {
			return longest;
		}
	}

	/** A new trace: version, trace id, span id, not sampled. */
	private static String newTrace() {
		byte[] random = new byte[24];
		RANDOM.nextBytes(random);
		String hex = HexFormat.of().formatHex(random);
		return "00-%s-%s-00".formatted(hex.substring(0, 32), hex.substring(32));
	}

}
