package io.pangea.platform.problems;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.pangea.platform.problems.InvalidArguments.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.method.MethodValidationException;

/**
 * Every error a contract may answer with, as problem details and back: those of the
 * domain, and those of no module.
 */
public class Problems {

	static final URI INVALID = URI.create("urn:pangea:problem:invalid");

	static final URI UNREADABLE = URI.create("urn:pangea:problem:unreadable");

	static final URI UNAUTHENTICATED = URI.create("urn:pangea:problem:unauthenticated");

	static final URI FORBIDDEN = URI.create("urn:pangea:problem:forbidden");

	static final URI CONCURRENT_CHANGE = URI.create("urn:pangea:problem:concurrent-change");

	static final URI UNAVAILABLE = URI.create("urn:pangea:problem:unavailable");

	static final URI INTERNAL = URI.create("urn:pangea:problem:internal");

	private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {
	};

	private final DomainProblems domain;

	private final JsonMapper json;

	public Problems(DomainProblems domain, JsonMapper json) {
		this.domain = domain;
		this.json = json;
	}

	/** The problem that says the same as an error, unless that is a bug. */
	public Optional<ProblemDetail> toProblem(RuntimeException ex) {
		return Optional.ofNullable(switch (ex) {
			case MethodValidationException invalid -> invalid(InvalidArguments.violations(invalid));
			case AccessDeniedException denied ->
				problem(FORBIDDEN, HttpStatus.FORBIDDEN, "The caller may not do this.");
			case OptimisticLockingFailureException conflict -> problem(CONCURRENT_CHANGE, HttpStatus.CONFLICT,
					"Somebody else changed this at the same moment; read it again and repeat.");
			case ModuleUnavailable unavailable -> unavailable(unavailable);
			default -> this.domain.isDomainError(ex) ? this.domain.toProblem(ex) : null;
		});
	}

	/**
	 * The error a problem was made from.
	 * @param method whose call was answered with it
	 */
	public RuntimeException toException(ProblemDetail problem, Method method) {
		URI type = problem.getType();
		if (INVALID.equals(type)) {
			return InvalidArguments.toException(this.json.convertValue(property(problem, "errors"), VIOLATIONS),
					method);
		}
		if (FORBIDDEN.equals(type) || UNAUTHENTICATED.equals(type)) {
			return new AccessDeniedException(Objects.toString(problem.getDetail()));
		}
		if (CONCURRENT_CHANGE.equals(type)) {
			return new OptimisticLockingFailureException(Objects.toString(problem.getDetail()));
		}
		if (UNAVAILABLE.equals(type)) {
			return new ModuleUnavailable(Objects.toString(property(problem, "module")), null);
		}
		return this.domain.isDomainError(problem) ? this.domain.toException(problem)
				: new ModuleFailed("%d %s".formatted(problem.getStatus(), problem.getDetail()));
	}

	/** The call needs a valid access token. */
	public static ProblemDetail unauthenticated() {
		return problem(UNAUTHENTICATED, HttpStatus.UNAUTHORIZED, "Sign in and send the access token as bearer token.");
	}

	/** The caller may not do this. */
	public static ProblemDetail forbidden() {
		return problem(FORBIDDEN, HttpStatus.FORBIDDEN, "The caller may not do this.");
	}

	/** In the order of the fields, as validation has none of its own. */
	static ProblemDetail invalid(List<Violation> unordered) {
		List<Violation> violations = unordered.stream().sorted(Comparator.comparing(Violation::field)).toList();
		String fields = violations.stream().map(Violation::field).distinct().collect(Collectors.joining(", "));
		ProblemDetail problem = problem(INVALID, HttpStatus.BAD_REQUEST, "Not valid: %s.".formatted(fields));
		problem.setProperty("errors", violations);
		return problem;
	}

	private static ProblemDetail unavailable(ModuleUnavailable ex) {
		ProblemDetail problem = problem(UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE, Objects.toString(ex.getMessage()));
		problem.setProperty("module", ex.module());
		return problem;
	}

	static ProblemDetail problem(URI type, HttpStatus status, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(type);
		return problem;
	}

	private static @Nullable Object property(ProblemDetail problem, String name) {
		return (problem.getProperties() != null) ? problem.getProperties().get(name) : Map.of().get(name);
	}

}
