package io.pangea.platform.problems;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Turns domain errors into problem details (RFC 9457) and back, without loss, so that a
 * caller gets the same exception from a neighbour in this process and from one behind a
 * network.
 * <p>
 * A domain error is a public exception in a module's root package. The JDK exception it
 * extends says what sort of error it is, and so its status, unless it says so itself by
 * {@link ResponseStatus}; its type is
 * {@code urn:pangea:problem:<module>:<name-in-kebab-case>}; its fields are the parameters
 * of its only constructor, each read through the accessor of the same name.
 */
public class DomainProblems {

	private static final Map<Class<? extends RuntimeException>, HttpStatus> STATUS = Map.of(
			NoSuchElementException.class, HttpStatus.NOT_FOUND, //
			IllegalStateException.class, HttpStatus.CONFLICT, //
			IllegalArgumentException.class, HttpStatus.UNPROCESSABLE_CONTENT, //
			ConcurrentModificationException.class, HttpStatus.PRECONDITION_FAILED, //
			SecurityException.class, HttpStatus.UNAUTHORIZED, //
			RejectedExecutionException.class, HttpStatus.SERVICE_UNAVAILABLE);

	/** Members that RFC 9457 gives to every problem. */
	private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance");

	private final JsonMapper json;

	private final Map<Class<?>, Kind> byClass;

	private final Map<URI, Kind> byType;

	public DomainProblems(Modules modules, JsonMapper json) {
		this.json = json;
		this.byClass = modules.typesAssignableTo(RuntimeException.class)
			.stream()
			.filter((type) -> modules.isInModuleRoot(type) && Modifier.isPublic(type.getModifiers()))
			.collect(Collectors.toMap(Function.identity(), (type) -> Kind.of(type, modules)));
		this.byType = this.byClass.values().stream().collect(Collectors.toMap(Kind::type, Function.identity()));
	}

	/** All kinds of domain errors, by type. */
	public List<Kind> kinds() {
		return this.byType.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
	}

	public boolean isDomainError(Throwable ex) {
		return this.byClass.containsKey(ex.getClass());
	}

	public boolean isDomainError(ProblemDetail problem) {
		return this.byType.containsKey(problem.getType());
	}

	/** The problem that says the same as a domain error. */
	public ProblemDetail toProblem(RuntimeException ex) {
		Kind kind = kind(this.byClass.get(ex.getClass()), ex.getClass());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(kind.status(), ex.getMessage());
		problem.setType(kind.type());
		problem.setTitle(kind.title());
		kind.fieldsOf(ex).forEach(problem::setProperty);
		return problem;
	}

	/** The domain error a problem was made from. */
	public RuntimeException toException(ProblemDetail problem) {
		Kind kind = kind(this.byType.get(problem.getType()), problem.getType());
		Map<String, Object> properties = (problem.getProperties() != null) ? problem.getProperties() : Map.of();
		return kind
			.instantiate((name, type) -> this.json.convertValue(properties.get(name), this.json.constructType(type)));
	}

	private static Kind kind(@Nullable Kind kind, @Nullable Object key) {
		if (kind == null) {
			throw new IllegalArgumentException("Not a domain error: " + key);
		}
		return kind;
	}

	/** One kind of domain error. */
	public record Kind(URI type, HttpStatus status, String title, Class<?> exception, List<Field> fields) {

		/**
		 * What an exception says of itself.
		 * @throws IllegalStateException when it does not say what sort of error it is
		 */
		public static Kind of(Class<?> exception, Modules modules) {
			String words = exception.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
			URI type = URI
				.create("urn:pangea:problem:%s:%s".formatted(modules.moduleOf(exception), words.replace(' ', '-')));
			String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
			List<Field> fields = Stream.of(constructor(exception).getParameters())
				.map((parameter) -> Field.of(parameter, exception))
				.toList();
			return new Kind(type, statusOf(exception), title, exception, fields);
		}

		private static HttpStatus statusOf(Class<?> exception) {
			ResponseStatus own = exception.getAnnotation(ResponseStatus.class);
			return (own != null) ? own.value() : statusOfSort(exception);
		}

		private static HttpStatus statusOfSort(Class<?> exception) {
			return STATUS.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().isAssignableFrom(exception))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("%s says what sort of error it is by extending one of %s"
					.formatted(exception, STATUS.keySet())));
		}

		private static Constructor<?> constructor(Class<?> exception) {
			Constructor<?>[] constructors = exception.getConstructors();
			if (constructors.length != 1) {
				throw new IllegalStateException("%s needs exactly one public constructor".formatted(exception));
			}
			return constructors[0];
		}

		private Map<String, Object> fieldsOf(RuntimeException ex) {
			Map<String, Object> values = new LinkedHashMap<>();
			this.fields
				.forEach((field) -> values.put(field.name(), ReflectionUtils.invokeMethod(field.accessor(), ex)));
			return values;
		}

		private RuntimeException instantiate(BiFunction<String, Type, @Nullable Object> values) {
			@Nullable Object[] arguments = this.fields.stream()
				.map((field) -> values.apply(field.name(), field.type()))
				.toArray();
			return (RuntimeException) BeanUtils.instantiateClass(constructor(this.exception), arguments);
		}

	}

	/** One field of a domain error. */
	public record Field(String name, Type type, Method accessor) {

		static Field of(Parameter parameter, Class<?> exception) {
			if (MEMBERS.contains(parameter.getName())) {
				throw new IllegalStateException(
						"%s.%s has the name of a member of every problem".formatted(exception, parameter.getName()));
			}
			Method accessor = ReflectionUtils.findMethod(exception, parameter.getName());
			if (accessor == null) {
				throw new IllegalStateException("%s needs an accessor %s()".formatted(exception, parameter.getName()));
			}
			return new Field(parameter.getName(), parameter.getParameterizedType(), accessor);
		}

	}

}
