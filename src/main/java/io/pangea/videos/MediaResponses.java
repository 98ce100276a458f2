package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Sends files of films: a file on a disk goes from there to the network without passing
 * through this process, where the connector can do that; what is elsewhere streams
 * through. Nothing of it is held in memory.
 */
@ControllerAdvice(assignableTypes = VideoMediaDesk.class)
class MediaResponses implements ResponseBodyAdvice<Object> {

	private static final String SENDFILE = "org.apache.tomcat.sendfile.";

	/** What is smaller is not worth the handing over; Tomcat sees it the same way. */
	private static final long WORTH_IT = 16 * 1024;

	@Override
	public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
		return Resource.class.isAssignableFrom(method.getParameterType());
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter method, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		HttpServletRequest in = ((ServletServerHttpRequest) request).getServletRequest();
		HttpServletResponse out = ((ServletServerHttpResponse) response).getServletResponse();
		// What was settled with the client before is about what reads the answer, not
		// about what it is.
		response.getHeaders().clearContentHeaders();
		if (body instanceof StoredFile file) {
			return whole(file, in, out);
		}
		if (body instanceof List<?> regions && regions.size() == 1
				&& regions.getFirst() instanceof ResourceRegion region
				&& region.getResource() instanceof StoredFile file) {
			return part(file, region, in, out);
		}
		return body;
	}

	private static @Nullable Object whole(StoredFile file, HttpServletRequest in, HttpServletResponse out) {
		if (out.getStatus() == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value()) {
			out.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.contentLength());
			out.setContentLength(0);
			return null;
		}
		if (!file.isText() && new ServletWebRequest(in, out).checkNotModified(etag(file))) {
			describe(file, out);
			return null;
		}
		send(file, in, out);
		return null;
	}

	/** All of it. */
	static void send(StoredFile file, HttpServletRequest in, HttpServletResponse out) {
		describe(file, out);
		send(file, 0, file.contentLength(), in, out);
	}

	private static @Nullable Object part(StoredFile file, ResourceRegion region, HttpServletRequest in,
			HttpServletResponse out) {
		describe(file, out);
		long from = region.getPosition();
		long count = Math.min(region.getCount(), file.contentLength() - from);
		out.setHeader(HttpHeaders.CONTENT_RANGE,
				"bytes %d-%d/%d".formatted(from, from + count - 1, file.contentLength()));
		send(file, from, count, in, out);
		return null;
	}

	private static void describe(StoredFile file, HttpServletResponse out) {
		out.setContentType(file.type());
		out.setHeader(HttpHeaders.CACHE_CONTROL, file.caching());
		out.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		if (!file.isText()) {
			out.setHeader(HttpHeaders.ETAG, etag(file));
		}
	}

	/** A path stands for one content for ever. */
	private static String etag(StoredFile file) {
		return "\"%08x-%x\"".formatted(file.path().hashCode(), file.contentLength());
	}

	private static void send(StoredFile file, long from, long count, HttpServletRequest in, HttpServletResponse out) {
		out.setContentLengthLong(count);
		if (in.getMethod().equals("HEAD")) {
			return;
		}
		Optional<Path> local = file.isText() ? Optional.empty() : file.store().local(file.path());
		if (local.isPresent() && count >= WORTH_IT && Boolean.TRUE.equals(in.getAttribute(SENDFILE + "support"))
				&& Files.isReadable(local.get())) {
			in.setAttribute(SENDFILE + "filename", local.get().toString());
			in.setAttribute(SENDFILE + "start", from);
			in.setAttribute(SENDFILE + "end", from + count);
			return;
		}
		try (InputStream bytes = file.read(from, count)) {
			bytes.transferTo(out.getOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
