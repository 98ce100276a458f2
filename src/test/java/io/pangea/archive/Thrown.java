package io.pangea.archive;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pangea.laws.Samples;
import io.pangea.platform.problems.DomainProblems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.BeanUtils;
import org.springframework.http.ProblemDetail;

/** What domain errors look like as problems. */
final class Thrown {

	private Thrown() {
	}

	/** The fields of a problem beyond those of every problem. */
	static Map<String, ObjectNode> members(DomainProblems.Kind kind) {
		Map<String, ObjectNode> members = new LinkedHashMap<>();
		for (Parameter field : constructor(kind).getParameters()) {
			members.put(field.getName(), Schemas.of(field.getAnnotatedType(), Way.SAID));
		}
		return members;
	}

	static boolean mayLack(DomainProblems.Kind kind, String member) {
		return Stream.of(constructor(kind).getParameters())
			.filter((field) -> field.getName().equals(member))
			.anyMatch((field) -> Schemas.isNullable(List.<Annotation>of(field.getAnnotatedType().getAnnotations())));
	}

	static Instance instance(DomainProblems.Kind kind, DomainProblems problems) {
		return new Instance((seed) -> json(problems.toProblem(thrown(kind, seed))), (json) -> json(
				problems.toProblem(problems.toException(Wire.JSON.treeToValue(json, ProblemDetail.class)))));
	}

	private static RuntimeException thrown(DomainProblems.Kind kind, int seed) {
		Constructor<?> constructor = constructor(kind);
		Object[] arguments = Stream.of(constructor.getGenericParameterTypes())
			.map((type) -> Samples.of(type, seed))
			.toArray();
		return (RuntimeException) BeanUtils.instantiateClass(constructor, arguments);
	}

	/** Without what is for people to read. */
	private static JsonNode json(ProblemDetail problem) {
		return ((ObjectNode) Instance.json(problem)).without(List.of("title", "detail", "instance"));
	}

	private static Constructor<?> constructor(DomainProblems.Kind kind) {
		return kind.exception().getConstructors()[0];
	}

}
