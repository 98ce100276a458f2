package io.pangea.papers;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.platform.Modules;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.service.annotation.HttpExchange;

/** What the contracts of a module offer, and to whom. */
final class Operations {

	private static final Modules MODULES = new Modules("io.pangea");

	private static final String HEAD = """

			## Operations

			| operation | over HTTP | who may |
			|---|---|---|
			""";

	private Operations() {
	}

	/** A section of Markdown; nothing for a module without contract. */
	static String markdown(String module) {
		String rows = MODULES.contracts()
			.stream()
			.filter((contract) -> MODULES.moduleOf(contract).equals(module))
			.flatMap((contract) -> Stream.of(contract.getDeclaredMethods()))
			.filter((method) -> !method.isSynthetic())
			.map(Operations::row)
			.sorted()
			.collect(Collectors.joining());
		return rows.isEmpty() ? "" : HEAD + rows;
	}

	private static String row(Method method) {
		Class<?> contract = method.getDeclaringClass();
		HttpExchange exchange = mapping(method);
		String path = mapping(contract).value() + exchange.value();
		PreAuthorize rule = method.getAnnotation(PreAuthorize.class);
		return "| `%s.%s` | `%s %s` | `%s` |\n".formatted(contract.getSimpleName(), method.getName(), exchange.method(),
				path, (rule != null) ? rule.value() : "");
	}

	private static HttpExchange mapping(AnnotatedElement element) {
		return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class),
				element::toString);
	}

}
