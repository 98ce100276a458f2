package io.pangea.storefront;

import java.util.NoSuchElementException;

import io.pangea.accounts.AccountNotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the shop show when a contract refuses. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

	private final SessionCookie cookie;

	PageErrors(SessionCookie cookie) {
		this.cookie = cookie;
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

	@ExceptionHandler
	ModelAndView onRefusal(IllegalArgumentException ex) {
		if (!ex.getClass().getName().startsWith("io.pangea.")) {
			// A bug of ours, not a domain error.
			throw ex;
		}
		return ErrorPage.of(HttpStatus.BAD_REQUEST);
	}

}
