package io.pangea.archive;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import io.pangea.platform.broker.Hearers;
import io.pangea.platform.problems.DomainProblems;
import org.jmolecules.event.annotation.DomainEvent;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the modules' events, operations and problems look like now. */
final class Shapes {

	static final Modules MODULES = Modules.ofTheHouse();

	private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

	private static final DomainProblems PROBLEMS = new DomainProblems(MODULES, Wire.JSON);

	private Shapes() {
	}

	/** By file, in a stable order. */
	static Map<Path, Shape> now() {
		return Now.SHAPES;
	}

	private static Map<Path, Shape> read() {
		Map<Path, Shape> shapes = new TreeMap<>();
		Stream
			.of(events(), MODULES.contracts().stream().flatMap(Shapes::operations),
					PROBLEMS.kinds().stream().map(Shapes::problem))
			.flatMap((some) -> some)
			.forEach((shape) -> {
				if (shapes.put(shape.file(), shape) != null) {
					throw new IllegalStateException("Two of " + shape.file());
				}
			});
		return shapes;
	}

	private static Stream<Shape> events() {
		return MODULES.typesAnnotatedWith(DomainEvent.class)
			.stream()
			.filter((type) -> MODULES.names().contains(MODULES.moduleOf(type)))
			.map(Shapes::event);
	}

	private static Shape event(Class<?> type) {
		DomainEvent name = Objects.requireNonNull(type.getAnnotation(DomainEvent.class));
		Path file = Path.of(name.namespace(), "events", name.name() + ".json");
		ObjectNode schema = titled(name.namespace() + "." + name.name(), Schemas.record(type, Way.SAID));
		return new Shape(file, Hearers.of(type), schema, Map.of("", Instance.of(type)));
	}

	private static Stream<Shape> operations(Class<?> contract) {
		return Stream.of(contract.getDeclaredMethods())
			.filter((method) -> !method.isSynthetic())
			.map(Shapes::operation);
	}

	private static Shape operation(Method method) {
		Operation operation = Operation.of(method);
		String name = operation.address().replaceFirst(" /api/", ".").replace('/', '.');
		Path file = Path.of(MODULES.moduleOf(method.getDeclaringClass()), "operations", name + ".json");
		return new Shape(file, Callers.of(method), titled(operation.address(), operation.schema()),
				operation.instances());
	}

	private static Shape problem(DomainProblems.Kind kind) {
		JsonNodeFactory json = JsonNodeFactory.instance;
		Map<String, ObjectNode> members = new LinkedHashMap<>();
		members.put("type", json.objectNode().put("const", kind.type().toString()));
		members.put("status", json.objectNode().put("const", kind.status().value()));
		members.putAll(Thrown.members(kind));
		List<String> required = members.keySet().stream().filter((it) -> !Thrown.mayLack(kind, it)).toList();
		String[] urn = kind.type().toString().split(":", -1);
		Set<String> concerned = Callers.ofModule(urn[3]);
		return new Shape(Path.of(urn[3], "problems", urn[4] + ".json"), concerned,
				titled(kind.type().toString(), Schemas.object(members, required)),
				Map.of("", Thrown.instance(kind, PROBLEMS)));
	}

	private static ObjectNode titled(String title, ObjectNode schema) {
		ObjectNode titled = JsonNodeFactory.instance.objectNode().put("$schema", DRAFT).put("title", title);
		titled.setAll(schema);
		return titled;
	}

	private static final class Now {

		static final Map<Path, Shape> SHAPES = read();

	}

}
