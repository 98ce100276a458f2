package io.pangea.papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.pangea.Pangea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("papers")
class DiagramsTests {

	private static final Path COMMITTED = Path.of("modules-diagram");

	private static final Path MODULITH = Path.of("target", "spring-modulith-docs");

	private static final Map<Path, String> FILES = generate();

	@Test
	void diagramsAndCanvasesMatchTheCode() {
		Papers.keep(FILES);
	}

	@Test
	void picturesAreDrawnFromTheDiagrams() {
		FILES.forEach((path, source) -> {
			if (path.toString().endsWith(".puml")) {
				Path svg = svg(path);
				if (Papers.REFRESH && !(Files.exists(svg) && Picture.shows(Papers.read(svg), source))) {
					Papers.write(svg, Picture.draw(source));
				}
				assertThat(svg).as(Papers.HOW).exists();
				assertThat(Picture.shows(Papers.read(svg), source)).as(Papers.HOW).isTrue();
			}
		});
	}

	@Test
	void nothingElseIsThere() {
		Papers.keepOnly(COMMITTED, FILES.keySet().stream().flatMap((path) -> Stream.of(path, svg(path))));
	}

	private static Path svg(Path diagram) {
		return Path.of(diagram.toString().replace(".puml", ".svg"));
	}

	private static Map<Path, String> generate() {
		ApplicationModules modules = ApplicationModules.of(Pangea.class);
		new Documenter(modules, Documenter.Options.defaults().withOutputFolder(MODULITH.toString()))
			.writeModulesAsPlantUml()
			.writeModuleCanvases();
		Map<Path, String> files = new TreeMap<>();
		Diagram whole = Diagram.read(Papers.read(MODULITH.resolve("components.puml")));
		files.put(COMMITTED.resolve("pangea.puml"),
				whole.source(DiagramsTests::about, (name) -> whole.isEdge(name) ? "edge" : "module"));
		modules.forEach(
				(module) -> files.putAll(files(module.getIdentifier().toString(), module.getDisplayName(), whole)));
		return files;
	}

	private static Map<Path, String> files(String id, String name, Diagram whole) {
		String canvas = Canvas.markdown(Papers.read(MODULITH.resolve("module-%s.adoc".formatted(id))))
				+ Operations.markdown(id);
		Path page = COMMITTED.resolve(id + ".md");
		if (!whole.modules().contains(name)) {
			return Map.of(page, "# %s\n\n%s.\n\n%s".formatted(name, about(name), canvas));
		}
		String diagram = whole.around(name)
			.source(DiagramsTests::about,
					(other) -> other.equals(name) ? "subject" : whole.isEdge(other) ? "edge" : "module");
		return Map.of(COMMITTED.resolve(id + ".puml"), diagram, page,
				"# %s\n\n%s.\n\n![%s and its neighbours](%s.svg)\n\n%s".formatted(name, about(name), name, id, canvas));
	}

	private static String about(String name) {
		String sentence = Papers.sentence("io.pangea.%s.package-info".formatted(name.toLowerCase(Locale.ROOT)));
		return sentence.replaceFirst("\\.$", "");
	}

}
