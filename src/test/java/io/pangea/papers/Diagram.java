package io.pangea.papers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Modules and who knows whom, read from a C4 component diagram by Spring Modulith and
 * drawn more legibly: arrows told apart by colour instead of words on each, in a stable
 * order, laid out by PlantUML's own engine.
 */
record Diagram(List<String> modules, List<Arrow> arrows) {

	private static final Pattern COMPONENT = Pattern.compile("Component\\([\\w.]+, \"(\\w+)\"");

	private static final Pattern ARROW = Pattern.compile("Rel\\([\\w.]+?(\\w+), [\\w.]+?(\\w+), \"([a-z ]+)\"");

	private static final Map<String, String> VERBS = Map.of("uses", "asks", "listens to", "hears", "depends on",
			"knows");

	private static final String HEAD = """
			@startuml
			!pragma layout smetana
			!include <C4/C4_Component>
			skinparam defaultFontName "Liberation Sans"
			AddElementTag("edge", $bgColor="#eadfc8", $borderColor="#c9ad7c", $fontColor="#10262e")
			AddElementTag("subject", $bgColor="#f3c677", $borderColor="#c98f1f", $fontColor="#10262e")
			AddElementTag("module", $bgColor="#c3dfe8", $borderColor="#7fb3c6", $fontColor="#10262e")
			AddRelTag("asks", $lineColor="#155e75", $textColor="#155e75", $lineThickness="1")
			AddRelTag("hears", $lineColor="#b45309", $textColor="#b45309", $lineStyle=DashedLine())
			AddRelTag("knows", $lineColor="#9ca3af", $textColor="#9ca3af", $lineStyle=DottedLine())
			""";

	private static final Map<String, String> LEGEND = Map.of( //
			"asks", "<color:#155e75>**———**  **asks**: calls its contract</color>", //
			"hears", "<color:#b45309>**– – –**  **hears**: listens to its events</color>", //
			"knows", "<color:#6b7280>**· · · ·**  **knows**: uses its types only</color>");

	static Diagram read(String modulith) {
		List<String> modules = COMPONENT.matcher(modulith).results().map((component) -> component.group(1)).toList();
		List<Arrow> arrows = ARROW.matcher(modulith)
			.results()
			.map((arrow) -> new Arrow(arrow.group(1), VERBS.getOrDefault(arrow.group(3), "?"), arrow.group(2)))
			.toList();
		return new Diagram(modules.stream().sorted().toList(), arrows.stream().sorted(Arrow.ORDER).toList());
	}

	/** What lies around one module: whom it knows, and who knows it. */
	Diagram around(String module) {
		List<Arrow> near = this.arrows.stream()
			.filter((arrow) -> arrow.from().equals(module) || arrow.to().equals(module))
			.toList();
		List<String> neighbours = near.stream()
			.flatMap((arrow) -> Stream.of(arrow.from(), arrow.to()))
			.distinct()
			.sorted()
			.toList();
		return new Diagram(neighbours, near);
	}

	/**
	 * PlantUML source.
	 * @param about what each module is there for
	 * @param tag which colour it gets
	 */
	String source(UnaryOperator<String> about, UnaryOperator<String> tag) {
		String components = this.modules.stream()
			.map((name) -> "Component(%s, \"%s\", $descr=\"%s\", $tags=\"%s\")\n".formatted(name, name,
					about.apply(name), tag.apply(name)))
			.collect(Collectors.joining());
		String relations = this.arrows.stream()
			.map((arrow) -> "Rel(%s, %s, \"\", $tags=\"%s\")\n".formatted(arrow.from(), arrow.to(), arrow.verb()))
			.collect(Collectors.joining());
		return HEAD + components + relations + legend();
	}

	/** Whether nobody knows this module, so that only people and clients come to it. */
	boolean isEdge(String module) {
		return this.arrows.stream().noneMatch((arrow) -> arrow.to().equals(module));
	}

	private String legend() {
		return this.arrows.stream()
			.map(Arrow::verb)
			.distinct()
			.sorted()
			.map((verb) -> LEGEND.getOrDefault(verb, verb) + "\n")
			.collect(Collectors.joining("", "hide stereotypes\nlegend right\n", "end legend\n@enduml\n"));
	}

	/** One module that asks, hears or knows another. */
	record Arrow(String from, String verb, String to) {

		static final Comparator<Arrow> ORDER = Comparator.comparing(Arrow::from)
			.thenComparing(Arrow::to)
			.thenComparing(Arrow::verb);

	}

}
