package io.pangea.storefront;

import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.accounts.AccountNotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the shop show when a contract refuses. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

	private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

	private final SessionCookie cookie;

	private final Extras extras;

	PageErrors(SessionCookie cookie, Extras extras) {
		this.cookie = cookie;
		this.extras = extras;
	}

	@ExceptionHandler
	String onMissingStep(ElsewhereFirst ex) {
		return "redirect:" + ex.path();
	}

	/** Somebody whose account is gone is nobody any more. */
	@ExceptionHandler
	String onLostAccount(AccountNotFound ex, HttpServletRequest request, HttpServletResponse response) {
		this.cookie.expire(request, response);
		return "redirect:/sign-in";
	}

	/** An id that is none finds nothing either. */
	@ExceptionHandler({ NoSuchElementException.class, TypeMismatchException.class })
	ModelAndView onMissing() {
		return ErrorPage.of(HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler({ MethodValidationException.class, MissingServletRequestParameterException.class })
	ModelAndView onNonsense() {
		return ErrorPage.of(HttpStatus.BAD_REQUEST);
	}

	/**
	 * What this page is about is not to be had. The first word of its path names what is
	 * said about that.
	 */
	@ExceptionHandler
	ModelAndView onSilence(RejectedExecutionException ex, HttpServletRequest request, HttpServletResponse response) {
		LOG.warn("{} cannot be shown: {}", request.getRequestURI(), ex.toString());
		this.extras.enough();
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		ModelAndView page = ErrorPage.of(HttpStatus.SERVICE_UNAVAILABLE);
		page.addObject("about", request.getRequestURI().split("/", 3)[1]);
		return page;
	}

	@ExceptionHandler
	ModelAndView onRefusal(IllegalArgumentException ex) {
		if (!ex.getClass().getName().startsWith("io.pangea.")) {
			// A bug of ours, not a domain error.
			throw ex;
		}
		return ErrorPage.of(HttpStatus.BAD_REQUEST);
	}

}
