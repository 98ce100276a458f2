package io.pangea.videos;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Hands out whole segments, as {@link VideoMedia#segment} would, before all that finds
 * out who is calling and what for: a viewer asks for hundreds of them, and the ticket
 * says it all. Whatever else is asked, or cannot be handed out, is the operation's.
 */
class SegmentFilter extends HttpFilter {

	/** Of the addresses that begin so the filter is told only. */
	static final String BELOW = "/api/videos/media/";

	private static final String PATTERN = BELOW + "{ticket}/{stream}/{file}";

	private static final String[] CONDITIONS = { HttpHeaders.RANGE, HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MATCH,
			HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.IF_UNMODIFIED_SINCE };

	private final transient ObjectProvider<Segments> segments;

	SegmentFilter(ObjectProvider<Segments> segments) {
		this.segments = segments;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		StoredFile file = isPlain(request) ? find(request.getRequestURI()) : null;
		if (file == null) {
			chain.doFilter(request, response);
			return;
		}
		ServerHttpObservationFilter.findObservationContext(request).ifPresent((it) -> it.setPathPattern(PATTERN));
		response.setHeader("X-Content-Type-Options", "nosniff");
		MediaResponses.send(file, request, response);
	}

	private static boolean isPlain(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return false;
		}
		for (String condition : CONDITIONS) {
			if (request.getHeader(condition) != null) {
				return false;
			}
		}
		return true;
	}

	private @Nullable StoredFile find(String address) {
		String[] parts = address.substring(BELOW.length()).split("/", -1);
		if (parts.length != 3 || !parts[2].endsWith(".m4s")) {
			return null;
		}
		try {
			return this.segments.getObject().find(parts[0], parts[1], parts[2]);
		}
		catch (TicketRefused | TicketExpired | MediaNotFound ex) {
			return null;
		}
	}

}
