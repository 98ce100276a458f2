package io.pangea.archive;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jmolecules.ddd.types.Identifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;

/**
 * How values look on the wire, as JSON schema (draft 2020-12), read from the types of
 * contracts and events.
 */
final class Schemas {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Map<Class<?>, String> STRINGS = Map.of(UUID.class, "uuid", Instant.class, "date-time",
			Duration.class, "duration", URI.class, "uri", MultipartFile.class, "binary", Resource.class, "binary",
			InputStreamResource.class, "binary");

	private Schemas() {
	}

	static ObjectNode of(AnnotatedType type, Way way) {
		return of(type, List.of(type.getAnnotations()), way);
	}

	/** What a value with these annotations looks like. */
	static ObjectNode of(AnnotatedType type, List<Annotation> annotations, Way way) {
		ObjectNode schema = (type instanceof AnnotatedParameterizedType generic) ? container(generic, way)
				: plain(type.getType(), way);
		if (way == Way.ASKED) {
			Checks.describe(annotations, schema);
		}
		return schema;
	}

	/** An object with these members, the required ones named in order. */
	static ObjectNode object(Map<String, ObjectNode> members, List<String> required) {
		ObjectNode schema = JSON.objectNode().put("type", "object");
		members.forEach(schema.putObject("properties")::set);
		if (!required.isEmpty()) {
			required.forEach(schema.putArray("required")::add);
		}
		return schema;
	}

	static ObjectNode record(Class<?> type, Way way) {
		ObjectNode schema = JSON.objectNode().put("type", "object");
		ObjectNode properties = schema.putObject("properties");
		List<String> required = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			List<Annotation> annotations = annotations(component);
			properties.set(component.getName(), of(component.getAnnotatedType(), annotations, way));
			if ((way == Way.SAID) ? !isNullable(annotations) : mustBeSent(component.getType(), annotations)) {
				required.add(component.getName());
			}
		}
		if (!required.isEmpty()) {
			required.forEach(schema.putArray("required")::add);
		}
		return schema;
	}

	static boolean isNullable(List<Annotation> annotations) {
		return annotations.stream().anyMatch(Nullable.class::isInstance);
	}

	private static boolean mustBeSent(Class<?> type, List<Annotation> annotations) {
		return type.isPrimitive() || annotations.stream()
			.anyMatch((it) -> it instanceof NotNull || it instanceof NotBlank || it instanceof NotEmpty);
	}

	/** A constraint may stand at the component's type or, by its target, at its field. */
	private static List<Annotation> annotations(RecordComponent component) {
		try {
			Annotation[] ofField = component.getDeclaringRecord()
				.getDeclaredField(component.getName())
				.getAnnotations();
			return Stream.of(component.getAnnotatedType().getAnnotations(), ofField)
				.flatMap(Arrays::stream)
				.distinct()
				.toList();
		}
		catch (NoSuchFieldException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ObjectNode container(AnnotatedParameterizedType type, Way way) {
		Type raw = ((ParameterizedType) type.getType()).getRawType();
		AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
		if (raw == Map.class) {
			ObjectNode schema = JSON.objectNode().put("type", "object");
			schema.set("additionalProperties", of(arguments[1], way));
			return schema;
		}
		if (raw != List.class && raw != Set.class) {
			throw new IllegalArgumentException("No value that crosses a boundary: " + type);
		}
		ObjectNode schema = JSON.objectNode().put("type", "array");
		schema.set("items", of(arguments[0], way));
		return schema;
	}

	private static ObjectNode plain(Type type, Way way) {
		if (!(type instanceof Class<?> plain)) {
			throw new IllegalArgumentException("No value that crosses a boundary: " + type);
		}
		if (Identifier.class.isAssignableFrom(plain)) {
			return JSON.objectNode().put("type", "string").put("format", "uuid");
		}
		if (plain == Money.class) {
			// A file is compared as text: the members keep their order.
			Map<String, ObjectNode> members = new LinkedHashMap<>();
			members.put("amount", JSON.objectNode().put("type", "integer").put("format", "int64"));
			members.put("currency", JSON.objectNode().put("type", "string"));
			return object(members, List.of("amount", "currency"));
		}
		if (plain.isRecord()) {
			return record(plain, way);
		}
		if (plain.isEnum()) {
			ObjectNode schema = JSON.objectNode().put("type", "string");
			Stream.of(plain.getEnumConstants()).map(Object::toString).sorted().forEach(schema.putArray("enum")::add);
			return schema;
		}
		return simple(plain);
	}

	private static ObjectNode simple(Class<?> type) {
		String format = STRINGS.get(type);
		if (format != null) {
			return JSON.objectNode().put("type", "string").put("format", format);
		}
		if (type == String.class) {
			return JSON.objectNode().put("type", "string");
		}
		if (type == boolean.class || type == Boolean.class) {
			return JSON.objectNode().put("type", "boolean");
		}
		if (type == int.class || type == Integer.class) {
			return JSON.objectNode().put("type", "integer").put("format", "int32");
		}
		if (type == long.class || type == Long.class) {
			return JSON.objectNode().put("type", "integer").put("format", "int64");
		}
		if (type == Object.class) {
			return JSON.objectNode();
		}
		throw new IllegalArgumentException("No value that crosses a boundary: " + type);
	}

}
