package io.pangea.backoffice;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.products.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** What the pages for staff show when they cannot show what was asked for. */
@ControllerAdvice(basePackageClasses = StaffErrors.class)
class StaffErrors {

	private static final Logger LOG = LoggerFactory.getLogger(StaffErrors.class);

	/** A guest is asked to sign in, by the security filters; anybody else is told why. */
	@ExceptionHandler
	ModelAndView onRefusal(AccessDeniedException ex) {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken) {
			throw ex;
		}
		return page("403", HttpStatus.FORBIDDEN);
	}

	/** An id that is none finds nothing either. */
	@ExceptionHandler({ NoSuchElementException.class, TypeMismatchException.class })
	ModelAndView onMissing() {
		return page("404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler({ MethodValidationException.class, MissingServletRequestParameterException.class,
			MissingServletRequestPartException.class, InvalidField.class, io.pangea.analytics.InvalidField.class,
			io.pangea.videos.InvalidField.class })
	ModelAndView onNonsense() {
		return page("400", HttpStatus.BAD_REQUEST);
	}

	/**
	 * What this page is about is not to be had. Whoever sent a form does not know now
	 * what became of it.
	 */
	@ExceptionHandler
	ModelAndView onSilence(RejectedExecutionException ex, HttpServletRequest request, HttpServletResponse response) {
		LOG.warn("{} cannot be shown to staff: {}", request.getRequestURI(), ex.toString());
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		return page("503", HttpStatus.SERVICE_UNAVAILABLE).addObject("unsure", !"GET".equals(request.getMethod()));
	}

	private static ModelAndView page(String kind, HttpStatus status) {
		return new ModelAndView("backoffice/error", Map.of("kind", kind), status);
	}

}
