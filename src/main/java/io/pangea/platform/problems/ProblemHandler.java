package io.pangea.platform.problems;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.pangea.platform.Modules;
import io.pangea.platform.problems.InvalidArguments.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every error of an API call as problem details that name the field, and give
 * nothing internal away.
 */
@ConditionalOnWebApplication
@RestControllerAdvice(annotations = RestController.class)
class ProblemHandler extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

	private final Problems problems;

	private final Modules modules;

	ProblemHandler(Problems problems, Modules modules) {
		this.problems = problems;
		this.modules = modules;
	}

	@ExceptionHandler
	ResponseEntity<Object> onError(RuntimeException ex, HandlerMethod contract) {
		if (ex instanceof AccessDeniedException || ex instanceof AuthenticationException) {
			// Left to the security filters, which know whether to ask who is calling.
			throw ex;
		}
		return answer(DatabaseAway.isBehind(ex) ? withoutDatabase(ex, contract) : ex);
	}

	private ModuleUnavailable withoutDatabase(RuntimeException ex, HandlerMethod contract) {
		String module = this.modules.moduleOf(contract.getBeanType());
		LOG.warn("The database of {} does not answer: {}", module, ex.toString());
		return new ModuleUnavailable(module, ex);
	}

	private ResponseEntity<Object> answer(RuntimeException ex) {
		ProblemDetail problem = this.problems.toProblem(ex).orElseGet(() -> internal(ex));
		return ResponseEntity.status(problem.getStatus())
			.headers((headers) -> addHeaders(headers, problem))
			.body(problem);
	}

	/** What HTTP wants said in headers as well (RFC 9110, 11.6.1 and 10.2.3). */
	private static void addHeaders(HttpHeaders headers, ProblemDetail problem) {
		if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			headers.set(HttpHeaders.RETRY_AFTER, ModuleUnavailable.RETRY_AFTER);
		}
		if (problem.getProperties() != null && problem.getProperties().get("retryAt") instanceof Instant retryAt) {
			long seconds = Instant.now().until(retryAt, ChronoUnit.SECONDS) + 1;
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(0, seconds)));
		}
	}

	private static ProblemDetail internal(RuntimeException ex) {
		LOG.error("A request failed for a reason of ours", ex);
		return Problems.problem(Problems.INTERNAL, HttpStatus.INTERNAL_SERVER_ERROR,
				"Something went wrong on our side.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodValidationException(MethodValidationException ex,
			HttpHeaders headers, HttpStatus status, WebRequest request) {
		return invalid(InvalidArguments.violations(ex), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(InvalidArguments.violations(ex), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex.getFieldErrors().stream().map(Violation::of).toList(), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String field = (ex instanceof MethodArgumentTypeMismatchException mismatch) ? mismatch.getName()
				: Objects.toString(ex.getPropertyName(), "");
		return invalid(List.of(new Violation(field, "is not understood")), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(ServletRequestBindingException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(List.of(new Violation(missing(ex), "is missing")), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException ex, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return invalid(List.of(new Violation(ex.getParameterName(), "is missing")), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(List.of(new Violation(ex.getRequestPartName(), "is missing")), ex, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getCause() instanceof JacksonException cause && !cause.getPath().isEmpty()) {
			return invalid(List.of(new Violation(path(cause), "is not understood")), ex, headers, request);
		}
		return handleExceptionInternal(ex, Problems.problem(Problems.UNREADABLE, HttpStatus.BAD_REQUEST,
				"The body is missing or is not well-formed JSON."), headers, HttpStatus.BAD_REQUEST, request);
	}

	private @Nullable ResponseEntity<Object> invalid(List<Violation> violations, Exception ex, HttpHeaders headers,
			WebRequest request) {
		return handleExceptionInternal(ex, Problems.invalid(violations), headers, HttpStatus.BAD_REQUEST, request);
	}

	private static String missing(Exception ex) {
		return switch (ex) {
			case MissingRequestHeaderException header -> header.getHeaderName();
			case MissingPathVariableException variable -> variable.getVariableName();
			case MissingRequestValueException value -> Objects.toString(value.getMessage(), "");
			default -> "";
		};
	}

	private static String path(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining())
			.replaceFirst("^\\.", "");
	}

}
