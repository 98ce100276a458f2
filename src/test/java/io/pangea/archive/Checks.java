package io.pangea.archive;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is checked of a value that is sent, in the words of JSON schema where it has some;
 * other constraints go by their names, as {@code x-checks}.
 */
final class Checks {

	static final String OTHERS = "x-checks";

	private static final Map<String, String> COUNTED = Map.of("string", "Length", "array", "Items", "object",
			"Properties");

	private Checks() {
	}

	static void describe(List<Annotation> annotations, ObjectNode schema) {
		annotations.forEach((annotation) -> describe(annotation, schema));
		List<String> others = annotations.stream().flatMap(Checks::other).distinct().sorted().toList();
		if (!others.isEmpty()) {
			others.forEach(schema.putArray(OTHERS)::add);
		}
	}

	private static void describe(Annotation annotation, ObjectNode schema) {
		String counted = COUNTED.getOrDefault(schema.path("type").asString(""), "");
		switch (annotation) {
			case Size size -> {
				if (size.min() > 0) {
					schema.put("min" + counted, size.min());
				}
				if (size.max() < Integer.MAX_VALUE) {
					schema.put("max" + counted, size.max());
				}
			}
			case NotBlank blank -> schema.put("minLength", Math.max(1, schema.path("minLength").asInt(0)));
			case NotEmpty empty -> schema.put("min" + counted, Math.max(1, schema.path("min" + counted).asInt(0)));
			case Min min -> schema.put("minimum", min.value());
			case Max max -> schema.put("maximum", max.value());
			case Positive positive -> schema.put("minimum", 1);
			case PositiveOrZero positive -> schema.put("minimum", 0);
			case Pattern pattern -> schema.put("pattern", "^(?:%s)$".formatted(pattern.regexp()));
			default -> {
			}
		}
	}

	private static Stream<String> other(Annotation annotation) {
		Class<?> type = annotation.annotationType();
		boolean said = List
			.of(Size.class, NotNull.class, NotBlank.class, NotEmpty.class, Min.class, Max.class, Positive.class,
					PositiveOrZero.class, Pattern.class)
			.contains(type);
		return (type.isAnnotationPresent(Constraint.class) && !said) ? Stream.of(type.getSimpleName()) : Stream.empty();
	}

}
