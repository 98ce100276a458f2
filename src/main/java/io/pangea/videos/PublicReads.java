package io.pangea.videos;

import java.io.IOException;
import java.util.HexFormat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets whoever is nobody in particular, caches between included, keep what they read of
 * the catalogue, and ask whether it is still true: a film is gone the moment its window
 * closes, so that nothing is taken for true unasked. Media are none of its business.
 */
class PublicReads extends OncePerRequestFilter {

	private static final int TAG_BYTES = 12;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !HttpMethod.GET.matches(request.getMethod()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null
				|| request.getHeader(HttpHeaders.COOKIE) != null || path.startsWith("/api/videos/media/")
				|| path.contains(".");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, answer);
		if (answer.getStatus() == HttpStatus.OK.value()) {
			byte[] hash = RequestKeys.sha256().digest(answer.getContentAsByteArray());
			String tag = "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
			answer.setHeader(HttpHeaders.ETAG, tag);
			answer.setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
			answer.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
			if (new ServletWebRequest(request, response).checkNotModified(tag)) {
				return;
			}
		}
		answer.copyBodyToResponse();
	}

}
