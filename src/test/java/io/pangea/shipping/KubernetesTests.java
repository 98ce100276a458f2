package io.pangea.shipping;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.pangea.platform.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The manifests are what Kubernetes takes, and declare a whole store. */
class KubernetesTests {

	private static final Path DIRECTORY = Path.of("docker/kubernetes");

	@ParameterizedTest
	@ValueSource(strings = { "base", "one-out", "all-out" })
	void hasNoFieldThatKubernetesDoesNotKnowAndAllThatItNeeds(String overlay) throws IOException {
		for (Map<String, Object> object : render(overlay)) {
			validate(object);
		}
	}

	@Test
	void refusesWhatKubernetesWouldRefuse() {
		Map<String, Object> object = new TreeMap<>(Map.of("apiVersion", "apps/v1", "kind", "Deployment", "metadata",
				Map.of("name", "x"), "spec", Map.of("selector", Map.of())));
		assertThatIllegalArgumentException().isThrownBy(() -> validate(object)).withMessageContaining("template");
		object.put("spec", Map.of("selector", Map.of(), "template", Map.of(), "replica", 2));
		assertThatIllegalArgumentException().isThrownBy(() -> validate(object)).withMessageContaining("replica");
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "one-out", "all-out" })
	void isRenderedLikeByKubectl(String overlay) throws IOException, InterruptedException {
		assumeThat(hasKubectl()).isTrue();
		Process kubectl = new ProcessBuilder("kubectl", "kustomize", DIRECTORY.resolve(overlay).toString()).start();
		String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(kubectl.waitFor()).isZero();
		assertThat(render(overlay)).containsExactlyInAnyOrderElementsOf(Kustomization.load(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "one-out", "all-out" })
	void runsEachModuleOnceBehindTheNameThatOthersCallItBy(String overlay) {
		Set<String> all = Modules.ofTheHouse().names();
		Map<String, Set<String>> running = new TreeMap<>();
		of(overlay, "Deployment").forEach((name, deployment) -> running.put(name, running(deployment, all)));
		assertThat(running.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(all);
		of(overlay, "Deployment").forEach((name, deployment) -> {
			Map<String, String> environment = environment(deployment);
			running.forEach((other, modules) -> modules.stream()
				.filter((module) -> !modules.contains(name) && !other.equals(name))
				.forEach((module) -> assertThat(environment.getOrDefault(
						"PANGEA_REMOTE_" + module.toUpperCase(Locale.ROOT), "http://%s:8080".formatted(module)))
					.isEqualTo("http://%s:8080".formatted(other))));
		});
		assertThat(of(overlay, "Service").keySet()).isEqualTo(running.keySet());
		assertThat(of(overlay, "PodDisruptionBudget").keySet()).isEqualTo(running.keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "one-out", "all-out" })
	void filmsAreWhereAllInstancesOfVideosAndNobodyElseSeesThem(String overlay) {
		assertThat(of(overlay, "PersistentVolumeClaim").get("films")).extracting("spec.accessModes")
			.isEqualTo(List.of("ReadWriteMany"));
		of(overlay, "Deployment").forEach((name, deployment) -> {
			Map<String, Object> pod = pod(deployment);
			boolean shows = running(deployment, Modules.ofTheHouse().names()).contains("videos");
			assertThat(places(container(pod))).as(name)
				.contains("tmp /tmp")
				.matches((mounts) -> shows == mounts.contains("films /data"));
			assertThat(((List<?>) pod.getOrDefault("volumes", List.of())).stream()
				.map(ComposeFiles::map)
				.filter((volume) -> volume.containsKey("persistentVolumeClaim"))
				.map((volume) -> volume.get("persistentVolumeClaim"))).as(name)
				.isEqualTo(shows ? List.of(Map.of("claimName", "films")) : List.of());
		});
	}

	private static List<String> places(Map<String, Object> container) {
		return ((List<?>) container.getOrDefault("volumeMounts", List.of())).stream()
			.map(ComposeFiles::map)
			.map((mount) -> mount.get("name") + " " + mount.get("mountPath"))
			.toList();
	}

	@Test
	void secretsAreReferredToAndNowhereToBeFound() throws IOException {
		try (Stream<Path> files = Files.walk(DIRECTORY)) {
			assertThat(files.filter(Files::isRegularFile))
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain("kind: Secret\n")
					.doesNotContainPattern("(?i)(secret|password|token):? *\"?[A-Za-z0-9]{16,}"));
		}
	}

	private static List<Map<String, Object>> render(String overlay) {
		return Kustomization.render(DIRECTORY.resolve(overlay));
	}

	private static Map<String, Map<String, Object>> of(String overlay, String kind) {
		return render(overlay).stream()
			.filter((object) -> kind.equals(object.get("kind")))
			.collect(Collectors.toMap((object) -> Kustomization.name(object), (object) -> object));
	}

	private static Set<String> running(Map<String, Object> deployment, Set<String> all) {
		String run = environment(deployment).getOrDefault("PANGEA_RUN", "");
		if (!run.isEmpty() && !run.startsWith("-")) {
			return Set.of(run);
		}
		Set<String> running = new TreeSet<>(all);
		running.removeIf((module) -> run.equals("-" + module));
		return running;
	}

	private static Map<String, String> environment(Map<String, Object> deployment) {
		List<?> env = (List<?>) container(pod(deployment)).getOrDefault("env", List.of());
		return env.stream()
			.map(ComposeFiles::map)
			.collect(Collectors.toMap((variable) -> String.valueOf(variable.get("name")),
					(variable) -> String.valueOf(variable.get("value"))));
	}

	private static Map<String, Object> pod(Map<String, Object> deployment) {
		Map<String, Object> template = ComposeFiles.map(ComposeFiles.map(deployment.get("spec")).get("template"));
		return ComposeFiles.map(template.get("spec"));
	}

	private static Map<String, Object> container(Map<String, Object> pod) {
		return ComposeFiles.map(((List<?>) Objects.requireNonNull(pod.get("containers"))).getFirst());
	}

	private static void validate(Map<String, Object> object) throws IOException {
		JsonElement json = new Gson().toJsonTree(object);
		switch (String.valueOf(object.get("kind"))) {
			case "Deployment" -> V1Deployment.validateJsonElement(json);
			case "Service" -> V1Service.validateJsonElement(json);
			case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
			case "PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(json);
			case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
			default -> throw new IllegalArgumentException("What is this: " + object.get("kind"));
		}
	}

	private static boolean hasKubectl() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "kubectl")));
	}

}
