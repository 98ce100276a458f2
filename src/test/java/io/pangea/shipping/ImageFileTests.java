package io.pangea.shipping;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.shipping.ImageFile.Instruction;
import io.pangea.shipping.ImageFile.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The Dockerfile is sound as far as can be seen without building it. */
class ImageFileTests {

	private final ImageFile file = ImageFile.read();

	@Test
	void refusesWhatIsNoDockerfile() {
		assertThatIllegalArgumentException().isThrownBy(() -> ImageFile.of("FROM a:1\nRUNN x"));
		assertThatIllegalArgumentException().isThrownBy(() -> ImageFile.of("FROM a:1 AND b"));
	}

	@Test
	void baseImagesAreNamedByVersion() {
		assertThat(this.file.stages()).extracting(Stage::base)
			.allMatch((base) -> base.matches("[a-z-]+:(?!latest)[a-z0-9.-]+"));
	}

	@Test
	void copiesOnlyWhatIsThere() {
		for (Stage stage : this.file.stages()) {
			for (Instruction copy : stage.all("COPY")) {
				String from = copy.flags().get("from");
				if (from != null) {
					assertThat(this.file.stage(from).instructions()).as(copy.text())
						.anyMatch((instruction) -> instruction.text().contains(firstTwo(copy.words()[0])));
				}
				else {
					assertThat(Files.exists(Path.of(copy.words()[0]))).as(copy.text()).isTrue();
				}
			}
		}
	}

	@Test
	void sendsTheEngineWhatMakesTheJarAndNothingElse() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("docker/Dockerfile.dockerignore"));
		Set<String> kept = lines.stream()
			.filter((line) -> line.startsWith("!"))
			.map((line) -> line.substring(1))
			.collect(Collectors.toSet());
		assertThat(lines).contains("*");
		assertThat(kept).contains("mvnw", "pom.xml", ".mvn", "src/main")
			.allMatch((path) -> Files.exists(FileSystems.getDefault().getPath(path)));
		Stream.of(this.file.last().all("COPY"))
			.flatMap(List::stream)
			.filter((copy) -> !copy.flags().containsKey("from"))
			.forEach((copy) -> assertThat(kept).contains(copy.words()[0]));
	}

	@Test
	void runsAsSomebodyWithoutRights() {
		List<String> words = this.file.last().instructions().stream().map(Instruction::word).toList();
		assertThat(this.file.last().one("USER").text()).matches("[1-9]\\d+");
		assertThat(words.indexOf("USER")).isLessThan(words.indexOf("ENTRYPOINT"));
		assertThat(this.file.last().all("ENV")).noneMatch((variable) -> variable.text().contains("SECRET"));
	}

	@Test
	void startsAndIsCheckedWithoutAShell() {
		assertThat(this.file.last().one("ENTRYPOINT").command()).startsWith("/opt/java/bin/java").contains("-jar");
		assertThat(this.file.last().one("HEALTHCHECK").command()).containsExactly("/app/healthy");
		assertThat(Path.of("docker/healthy")).isExecutable().content().contains("/actuator/health/liveness");
	}

	@Test
	void theJvmStartsAsItWasTrained() {
		Instruction training = this.file.last()
			.all("RUN")
			.stream()
			.filter((run) -> run.text().contains("-XX:AOTCacheOutput=/app/pangea.aot"))
			.findFirst()
			.orElseThrow();
		assertThat(this.file.last().one("ENTRYPOINT").command()).contains("-XX:AOTCache=/app/pangea.aot");
		assertThat(this.file.last().instructions().indexOf(training)).isGreaterThan(this.file.last()
			.instructions()
			.indexOf(this.file.last()
				.all("ENV")
				.stream()
				.filter((variable) -> variable.text().startsWith("JDK_JAVA_OPTIONS="))
				.findFirst()
				.orElseThrow()));
	}

	private static String firstTwo(String path) {
		String[] parts = path.split("/", -1);
		return "/" + parts[1] + "/" + parts[2];
	}

}
