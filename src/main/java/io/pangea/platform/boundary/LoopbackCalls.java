package io.pangea.platform.boundary;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

import io.pangea.platform.problems.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ProblemDetail;
import org.springframework.web.multipart.MultipartFile;

/**
 * Treats a neighbour in this process as if it were behind a network that repeats
 * requests: arguments, results and errors go through JSON, and every call is made twice,
 * since queries change nothing and commands are idempotent. The caller gets the second
 * answer.
 */
record LoopbackCalls(Transport transport, JsonMapper json, Problems problems) implements Transport {

	@Override
	public @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
		@Nullable Object[] repeatable = repeatable(arguments);
		try {
			once(method, repeatable);
		}
		catch (Exception ex) {
			// The network ate the answer; the repeat has to bring the same one.
		}
		return once(method, repeatable);
	}

	/** What can be read once only is read here. */
	private static @Nullable Object[] repeatable(@Nullable Object[] arguments) throws IOException {
		@Nullable Object[] repeatable = arguments.clone();
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i] instanceof InputStreamResource stream) {
				repeatable[i] = new ByteArrayResource(stream.getContentAsByteArray());
			}
		}
		return repeatable;
	}

	private @Nullable Object once(Method method, @Nullable Object[] arguments) throws Throwable {
		try {
			return copy(this.transport.call(method, copies(method, arguments)), method.getGenericReturnType());
		}
		catch (RuntimeException ex) {
			throw this.problems.toProblem(ex).map((problem) -> error(problem, method)).orElse(ex);
		}
	}

	private RuntimeException error(ProblemDetail problem, Method method) {
		String wire = this.json.writeValueAsString(problem);
		return this.problems.toException(this.json.readValue(wire, ProblemDetail.class), method);
	}

	private @Nullable Object[] copies(Method method, @Nullable Object[] arguments) throws IOException {
		Type[] types = method.getGenericParameterTypes();
		@Nullable Object[] copies = new Object[arguments.length];
		for (int i = 0; i < arguments.length; i++) {
			copies[i] = copy(arguments[i], types[i]);
		}
		return copies;
	}

	private @Nullable Object copy(@Nullable Object value, Type type) throws IOException {
		if (type == InputStreamResource.class && value instanceof Resource content) {
			return new InputStreamResource(content.getInputStream());
		}
		if (value == null || type == void.class || value instanceof MultipartFile || value instanceof Resource) {
			return value;
		}
		String wire = this.json.writeValueAsString(value);
		return this.json.readValue(wire, this.json.constructType(type));
	}

}
