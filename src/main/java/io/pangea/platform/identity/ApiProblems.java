package io.pangea.platform.identity;

import java.io.IOException;

import io.pangea.platform.problems.ModuleUnavailable;
import io.pangea.platform.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Says to an API client that it has to sign in, that it may not do this, or that nobody
 * can tell who it is while the keys of tokens are not to be had.
 */
@ConditionalOnWebApplication
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final JsonMapper json;

	private final Problems problems;

	private final String owner;

	/**
	 * @param owner the module that publishes the keys of tokens
	 */
	ApiProblems(JsonMapper json, Problems problems, @Value("${pangea.identity.owner}") String owner) {
		this.json = json;
		this.problems = problems;
		this.owner = owner;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof AuthenticationServiceException) {
			response.setHeader(HttpHeaders.RETRY_AFTER, ModuleUnavailable.RETRY_AFTER);
			write(response, this.problems.toProblem(new ModuleUnavailable(this.owner, ex)).orElseThrow());
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(response, Problems.unauthenticated());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		write(response, Problems.forbidden());
	}

	private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

}
