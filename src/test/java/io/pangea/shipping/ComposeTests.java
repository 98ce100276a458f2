package io.pangea.shipping;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pangea.platform.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The compose files are valid, and declare a whole store that keeps no secret. */
class ComposeTests {

	private static final Map<String, String> VARIABLES = ComposeFiles.variables(Map.of("PANGEA_OUT", "payments"));

	private static final Schema SCHEMA = schema();

	private static List<String> names() {
		return ComposeFiles.names();
	}

	@ParameterizedTest
	@MethodSource("names")
	void isWhatTheSpecificationSays(String name) {
		assertThat(problems(ComposeFiles.of(VARIABLES, name).content())).isEmpty();
	}

	@Test
	void refusesWhatTheSpecificationDoesNotKnow() {
		Map<String, Object> content = new TreeMap<>(ComposeFiles.of(VARIABLES, "compose.yaml").content());
		content.put("services", Map.of("store", Map.of("image", "pangea", "enviroment", Map.of())));
		assertThat(problems(content)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("names")
	void asksForEachSecretInsteadOfHavingOne(String name) {
		Set<String> required = ComposeFiles.required(name);
		assertThat(required).isNotEmpty().isSubsetOf(VARIABLES.keySet());
		required.forEach((variable) -> {
			Map<String, String> others = new TreeMap<>(VARIABLES);
			others.remove(variable);
			assertThatIllegalArgumentException().isThrownBy(() -> ComposeFiles.of(others, name))
				.withMessageStartingWith(variable + " is missing: ");
		});
		assertThat(ComposeFiles.text(name).lines().filter((line) -> line.matches(".*(PASSWORD|SECRET|TOKEN): .*")))
			.allMatch((line) -> line.contains("${") && line.contains(":?"));
	}

	@Test
	void splitRunsEachModuleUnderItsNameWithADatabaseAndARoleOfItsOwn() {
		Map<String, String> runs = new TreeMap<>();
		ComposeFiles.of(VARIABLES, "compose.split.yaml").services().forEach((name, service) -> {
			if (service.isOurs()) {
				Map<String, String> environment = service.environment();
				runs.put(name, environment.get("PANGEA_RUN"));
				assertThat(environment).containsEntry("SPRING_DATASOURCE_USERNAME", name)
					.containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/" + name);
			}
		});
		assertThat(runs.keySet()).isEqualTo(Modules.ofTheHouse().names());
		assertThat(runs).allSatisfy((name, run) -> assertThat(run).isEqualTo(name));
	}

	@ParameterizedTest
	@MethodSource("modules")
	void anyModuleCanBeTheOneThatRunsApart(String module) {
		Map<String, String> variables = new TreeMap<>(VARIABLES);
		variables.put("PANGEA_OUT", module);
		Map<String, ComposeFiles.Service> services = ComposeFiles.of(variables, "compose.yaml", "compose.one-out.yaml")
			.services();
		Map<String, String> store = Objects.requireNonNull(services.get("store")).environment();
		Map<String, String> out = Objects.requireNonNull(services.get("out")).environment();
		assertThat(store).containsEntry("PANGEA_RUN", "-" + module);
		assertThat(out).containsEntry("PANGEA_RUN", module);
		assertThat(remotes(store, "http://out:8080")).isEqualTo(modules());
		assertThat(remotes(out, "http://store:8080")).isEqualTo(modules());
	}

	@ParameterizedTest
	@MethodSource("names")
	void ourProcessesCanWriteNothingButTemporaryFilesAndHaveTimeToEnd(String name) {
		ComposeFiles.of(VARIABLES, name)
			.services()
			.values()
			.stream()
			.filter(ComposeFiles.Service::isOurs)
			.forEach((service) -> assertThat(service.declared()).containsEntry("read_only", true)
				.containsEntry("cap_drop", List.of("ALL"))
				.containsEntry("stop_grace_period", "60s")
				.containsKey("mem_limit"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void whatIsMountedIsThere(String name) {
		ComposeFiles.of(VARIABLES, name).services().values().forEach((service) -> {
			List<?> volumes = (List<?>) service.declared().getOrDefault("volumes", List.of());
			assertThat(volumes).map(Object::toString)
				.filteredOn((volume) -> volume.startsWith("./"))
				.allMatch((volume) -> Files.exists(Path.of("docker", volume.split(":", -1)[0])));
		});
	}

	static Set<String> modules() {
		return Modules.ofTheHouse().names();
	}

	private static Set<String> remotes(Map<String, String> environment, String address) {
		Set<String> remotes = new TreeSet<>();
		environment.forEach((name, value) -> {
			if (name.startsWith("PANGEA_REMOTE_") && value.equals(address)) {
				remotes.add(name.substring("PANGEA_REMOTE_".length()).toLowerCase(Locale.ROOT));
			}
		});
		return remotes;
	}

	private static List<?> problems(Map<String, Object> content) {
		return SCHEMA.validate(new JsonMapper().writeValueAsString(content), InputFormat.JSON);
	}

	private static Schema schema() {
		InputStream schema = ComposeTests.class.getResourceAsStream("/schemas/compose-spec.json");
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09).getSchema(schema);
	}

}
