package io.pangea.platform.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends somebody who has to sign in to the page for it, and back afterwards. */
record SignInPage(String path) implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		UriComponentsBuilder target = UriComponentsBuilder.fromPath(this.path);
		if (HttpMethod.GET.matches(request.getMethod())) {
			target.queryParam("next", "{next}");
		}
		response.sendRedirect(target.encode().buildAndExpand(request.getRequestURI()).toUriString());
	}

}
