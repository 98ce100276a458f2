package io.pangea.backoffice;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What staff see of a file too large to be received, which reaches no page of theirs. */
@Component
@Order(0)
class UploadLimit implements ErrorViewResolver {

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> model) {
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return (status.value() == 413 && path.startsWith("/backoffice/"))
				? new ModelAndView("backoffice/error", Map.of("kind", "413"), status) : null;
	}

}
