package io.pangea.storefront;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A friendly page for every error a browser can run into, with a way back. */
@Component
class ErrorPage implements ErrorViewResolver {

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		return of(status);
	}

	static ModelAndView of(HttpStatus status) {
		String kind = switch (status) {
			case FORBIDDEN -> "403";
			case NOT_FOUND -> "404";
			case SERVICE_UNAVAILABLE -> "503";
			default -> status.is4xxClientError() ? "4xx" : "500";
		};
		return new ModelAndView("storefront/error", Map.of("kind", kind), status);
	}

}
