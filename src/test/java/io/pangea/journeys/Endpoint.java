package io.pangea.journeys;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.pangea.platform.Modules;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.InputStreamResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;

/** One method of a contract, as a client sees it. */
record Endpoint(String verb, String path, Method method) {

	/** The endpoints of all contracts, in a stable order. */
	static List<Endpoint> all() {
		return new Modules("io.pangea").contracts()
			.stream()
			.flatMap((contract) -> Stream.of(contract.getMethods()))
			.map(Endpoint::of)
			.sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::verb))
			.toList();
	}

	private static Endpoint of(Method method) {
		HttpExchange contract = exchange(method.getDeclaringClass());
		HttpExchange exchange = exchange(method);
		return new Endpoint(exchange.method(), contract.url() + exchange.url(), method);
	}

	private static HttpExchange exchange(AnnotatedElement element) {
		return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class),
				element::toString);
	}

	/** Whether its body is bytes, of which nothing can be said before they are read. */
	boolean takesStream() {
		return parameters(RequestBody.class).stream().anyMatch((it) -> it.getType().equals(InputStreamResource.class));
	}

	String contentType() {
		return exchange(this.method).contentType();
	}

	List<Parameter> parameters() {
		return List.of(this.method.getParameters());
	}

	/** Parameters with an annotation. */
	List<Parameter> parameters(Class<? extends Annotation> annotation) {
		return parameters().stream().filter((it) -> it.isAnnotationPresent(annotation)).toList();
	}

	/** Parameters whose annotations do not say where they come from. */
	List<Parameter> criteria() {
		return parameters().stream()
			.filter((it) -> Arrays.stream(it.getAnnotations())
				.noneMatch(
						(an) -> an.annotationType().getPackageName().equals("org.springframework.web.bind.annotation")))
			.toList();
	}

	/** Whether nobody outside may call it, whatever their roles. */
	boolean forModulesOnly() {
		return rule().contains("MODULE_") && !rule().contains("ROLE_");
	}

	boolean forAnybody() {
		return rule().contains("permitAll");
	}

	/** Whether staff may call it and customers may not. */
	boolean closedToCustomers() {
		return !forAnybody() && !rule().contains("CUSTOMER");
	}

	private String rule() {
		return this.method.getAnnotation(PreAuthorize.class).value();
	}

	@Override
	public String toString() {
		return this.verb + " " + this.path;
	}

}
