package io.pangea.archive;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * An operation of a contract as an exchange: what goes in by path, query, headers, parts
 * and body, and the status and answer that come out. What a path variable is called does
 * not show on the wire.
 *
 * @param address method and path, such as {@code PUT /api/orders/_/shipment}
 */
record Operation(String address, ObjectNode schema, Map<String, Instance> instances) {

	static Operation of(Method method) {
		HttpExchange exchange = exchange(method);
		String address = exchange.method() + " " + exchange(method.getDeclaringClass()).url() + exchange.url();
		Sections sections = new Sections();
		Stream.of(method.getParameters()).forEach(sections::add);
		ResponseStatus status = method.getAnnotation(ResponseStatus.class);
		sections.members.put("status",
				JsonNodeFactory.instance.objectNode().put("const", (status != null) ? status.value().value() : 200));
		if (method.getReturnType() != void.class) {
			sections.whole("answer", Schemas.of(method.getAnnotatedReturnType(), Way.SAID),
					method.getGenericReturnType(), true);
		}
		return new Operation(address.replaceAll("\\{\\w+}", "_"), Schemas.object(sections.members, sections.required()),
				sections.instances);
	}

	private static HttpExchange exchange(AnnotatedElement element) {
		return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class));
	}

	private static final class Sections {

		private final Map<String, ObjectNode> members = new LinkedHashMap<>();

		private final Map<String, Instance> instances = new LinkedHashMap<>();

		private final List<String> always = new ArrayList<>();

		/** The sections that cannot be left out of an exchange. */
		List<String> required() {
			return this.members.entrySet()
				.stream()
				.filter((section) -> List.of("path", "status").contains(section.getKey())
						|| this.always.contains(section.getKey())
						|| (List.of("query", "headers", "parts").contains(section.getKey())
								&& section.getValue().has("required")))
				.map(Map.Entry::getKey)
				.toList();
		}

		void add(Parameter parameter) {
			ObjectNode schema = schema(parameter);
			RequestParam param = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
			RequestHeader header = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestHeader.class);
			RequestBody body = parameter.getAnnotation(RequestBody.class);
			if (parameter.isAnnotationPresent(PathVariable.class)) {
				this.members
					.computeIfAbsent("path", (name) -> JsonNodeFactory.instance.objectNode().put("type", "array"))
					.withArray("prefixItems")
					.add(schema);
			}
			else if (param != null) {
				named("query", name(parameter, param.name()), schema,
						param.required() && param.defaultValue().equals(ValueConstants.DEFAULT_NONE));
			}
			else if (header != null) {
				named("headers", name(parameter, header.name()), schema, header.required());
			}
			else if (body != null) {
				whole("body", schema, parameter.getParameterizedType(), body.required());
			}
			else if (parameter.isAnnotationPresent(RequestPart.class)) {
				named("parts", parameter.getName(), schema, true);
			}
			else {
				this.members.put("query", schema);
			}
		}

		private void named(String section, String name, ObjectNode schema, boolean required) {
			ObjectNode members = this.members.computeIfAbsent(section, (it) -> Schemas.object(Map.of(), List.of()));
			((ObjectNode) members.get("properties")).set(name, schema);
			if (required) {
				members.withArray("required").add(name);
			}
		}

		void whole(String section, ObjectNode schema, Type type, boolean required) {
			this.members.put(section, schema);
			if (required) {
				this.always.add(section);
			}
			if (!schema.toString().contains("{}") && !schema.toString().contains("binary")) {
				this.instances.put("/properties/" + section, Instance.of(type));
			}
		}

		private static ObjectNode schema(Parameter parameter) {
			List<Annotation> annotations = Stream
				.of(parameter.getAnnotations(), parameter.getAnnotatedType().getAnnotations())
				.flatMap(Stream::of)
				.distinct()
				.toList();
			return Schemas.of(parameter.getAnnotatedType(), annotations, Way.ASKED);
		}

		private static String name(Parameter parameter, String given) {
			return StringUtils.hasText(given) ? given : parameter.getName();
		}

	}

}
