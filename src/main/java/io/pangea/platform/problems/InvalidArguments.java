package io.pangea.platform.problems;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * What is wrong with the arguments of a call, as a list of fields, and back: a field is
 * one of the parameter that is validated in depth, or the parameter itself under its name
 * on the wire.
 */
final class InvalidArguments {

	private InvalidArguments() {
	}

	/** One thing that is wrong with a request. */
	record Violation(String field, @Nullable String message) {

		static Violation of(FieldError error) {
			return new Violation(error.getField(),
					error.isBindingFailure() ? "is not understood" : error.getDefaultMessage());
		}

	}

	static List<Violation> violations(MethodValidationResult result) {
		return result.getParameterValidationResults().stream().flatMap(InvalidArguments::violations).toList();
	}

	private static Stream<Violation> violations(ParameterValidationResult parameter) {
		if (parameter instanceof ParameterErrors errors) {
			return errors.getFieldErrors().stream().map(Violation::of);
		}
		String name = wireName(parameter.getMethodParameter());
		return parameter.getResolvableErrors()
			.stream()
			.map(MessageSourceResolvable::getDefaultMessage)
			.map((message) -> new Violation(name, message));
	}

	/** The error that says the same of a call made from here. */
	static MethodValidationException toException(List<Violation> violations, Method method) {
		List<ParameterValidationResult> results = violations.stream().map((it) -> result(it, method)).toList();
		return new MethodValidationException(
				MethodValidationResult.create(method.getDeclaringClass(), method, results));
	}

	private static ParameterValidationResult result(Violation violation, Method method) {
		return parameters(method).filter((it) -> wireName(it).equals(violation.field()))
			.findFirst()
			.<ParameterValidationResult>map((parameter) -> new ParameterValidationResult(parameter, null,
					List.of(new DefaultMessageSourceResolvable(null, null, violation.message())), null, null, null,
					(error, type) -> Objects.requireNonNull(null, "The cause stayed where the call was refused")))
			.orElseGet(() -> fieldOfParameter(violation, method));
	}

	private static ParameterErrors fieldOfParameter(Violation violation, Method method) {
		MethodParameter parameter = parameters(method).filter((it) -> it.hasParameterAnnotation(Valid.class))
			.findFirst()
			.orElseGet(() -> new MethodParameter(method, -1));
		var errors = new MapBindingResult(Map.of(), Objects.toString(parameter.getParameterName(), "request"));
		errors.addError(
				new FieldError(errors.getObjectName(), violation.field(), Objects.toString(violation.message(), "")));
		return new ParameterErrors(parameter, null, errors, null, null, null);
	}

	private static Stream<MethodParameter> parameters(Method method) {
		return IntStream.range(0, method.getParameterCount()).mapToObj((index) -> new MethodParameter(method, index));
	}

	/** A header has another name on the wire than its parameter in the contract. */
	private static String wireName(MethodParameter parameter) {
		Method method = Objects.requireNonNull(parameter.getMethod());
		MethodParameter inherited = new AnnotatedMethod(method).getMethodParameters()[parameter.getParameterIndex()];
		RequestHeader header = inherited.getParameterAnnotation(RequestHeader.class);
		return (header != null) ? header.name()
				: Objects.toString(method.getParameters()[parameter.getParameterIndex()].getName(), "");
	}

}
