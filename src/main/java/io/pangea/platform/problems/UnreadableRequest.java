package io.pangea.platform.problems;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Refuses requests that cannot be taken apart, which comes to light before it is known
 * who would have answered them, or while their parameters are read.
 */
@ConditionalOnWebApplication
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableRequest {

	@ExceptionHandler({ RequestRejectedException.class, InvalidParameterException.class })
	void onParameter(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	/** Answered at once: on the way to an error page it would fail again. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> onUpload(MultipartException ex, HttpServletRequest request) {
		boolean multipart = StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
		HttpStatus status = multipart ? HttpStatus.BAD_REQUEST : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
		if (ex instanceof MaxUploadSizeExceededException) {
			status = HttpStatus.CONTENT_TOO_LARGE;
		}
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(Problems.problem(Problems.UNREADABLE, status, "The upload cannot be read."));
	}

}
