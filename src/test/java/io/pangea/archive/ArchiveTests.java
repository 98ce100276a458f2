package io.pangea.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pangea.papers.Papers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A change may extend what landed, but not break it; ADR 0032 says what is what. */
@Tag("papers")
class ArchiveTests {

	private static final String HOW = "Another build, or a message it left, would not be understood. "
			+ "Keep what landed and add beside it; docs/adr/0032-what-landed-is-extended-not-broken.md says how";

	/** What samples keep to; that checks refuse some of them changes nothing. */
	private static final Set<String> SORTS = Set.of("type", "required", "enum", "const", "format");

	private final Map<Path, ObjectNode> landed = Archive.landed();

	private final Map<Path, Shape> now = Shapes.now();

	@Test
	void nothingThatLandedIsBroken() {
		Stream<String> broken = this.landed.entrySet()
			.stream()
			.map((file) -> Archive.broken(file.getKey(), file.getValue(), this.now.get(file.getKey())))
			.flatMap(Optional::stream);
		assertThat(broken).as(HOW).isEmpty();
	}

	/** Before anything is compared, when it was asked for. */
	@BeforeAll
	static void refresh() {
		if (Papers.REFRESH) {
			Papers.keep(files());
		}
	}

	@Test
	void whatIsNewIsArchived() {
		assertThat(files()).hasSizeGreaterThan(80);
		Papers.keep(files());
	}

	@Test
	void instancesThatLandedAreStillRead() {
		assertThat(instances()).isNotEmpty().allSatisfy((instance) -> {
			assertThat(instance.reread(instance.json())).as("%s", instance).isEqualTo(instance.json());
			assertThat(instance.reread(instance.least())).as("%s", instance).isNotNull();
		});
	}

	@Test
	void instancesAreWhatTheSchemaSays() {
		SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		assertThat(instances()).isNotEmpty().allSatisfy((instance) -> {
			assertThat(registry.getSchema(instance.schema()).validate(instance.json()))
				.filteredOn((error) -> SORTS.contains(error.getKeyword()))
				.as("%s", instance)
				.isEmpty();
			assertThat(Landed.unsaid(instance.schema(), instance.json())).as("%s", instance).isEmpty();
		});
	}

	/** The files of all shapes that break nothing, as they are to be. */
	private static Map<Path, String> files() {
		Map<Path, ObjectNode> landed = Archive.landed();
		Map<Path, String> files = new TreeMap<>();
		Shapes.now().forEach((file, shape) -> {
			ObjectNode before = landed.get(file);
			if (before == null || Archive.broken(file, before, shape).isEmpty()) {
				files.put(Archive.DIRECTORY.resolve(file), Page.of(Archive.extended(before, shape)));
			}
		});
		return files;
	}

	private List<Landed> instances() {
		return this.now.values().stream().flatMap((shape) -> {
			ObjectNode schema = this.landed.get(shape.file());
			return (schema != null) ? Landed.of(schema, shape) : Stream.empty();
		}).toList();
	}

	/** An instance that landed, the schema it landed with, and how it is read today. */
	record Landed(Path file, ObjectNode schema, JsonNode json, Instance reader) {

		static Stream<Landed> of(ObjectNode landed, Shape now) {
			return now.instances()
				.entrySet()
				.stream()
				.flatMap((place) -> Archive.instances(landed, place.getKey())
					.map((json) -> new Landed(now.file(), (ObjectNode) landed.at(place.getKey()), json,
							place.getValue())));
		}

		JsonNode reread(JsonNode some) {
			return this.reader.reread().apply(some);
		}

		/** The instance without anything that may be missing. */
		JsonNode least() {
			return Least.of(this.schema, this.json);
		}

		static List<String> unsaid(JsonNode schema, JsonNode json) {
			return Least.unsaid(schema, json);
		}

		@Override
		public String toString() {
			return "%s %s".formatted(this.file, this.json);
		}

	}

}
