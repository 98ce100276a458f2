package io.pangea.platform.edge;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.Pangea;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What renders and documents is made where the pages are, and nowhere else. */
class PagesAtTheEdgeOnlyTests {

	@Test
	void processWithPagesHasWhatRendersThem() {
		assertThat(madeBy("backoffice")).contains("org.thymeleaf", "org.springdoc");
	}

	@Test
	void processWithoutPagesHasNothingOfIt() {
		assertThat(madeBy("payments")).contains("org.springframework").doesNotContain("org.thymeleaf", "org.springdoc");
	}

	/** The houses, by the first two names of their packages, that beans come from. */
	private static Set<String> madeBy(String module) {
		try (ConfigurableApplicationContext process = new SpringApplicationBuilder(Pangea.class).run("--server.port=0",
				"--pangea.run=" + module, "--pangea.service-secret=0123456789abcdef0123456789abcdef",
				"--spring.kafka.bootstrap-servers=" + KafkaBroker.shared().address(),
				"--pangea.broker.prefix=edge-" + UUID.randomUUID(), "--spring.datasource.url=" + TestDatabase.create(),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
			return Stream.of(process.getBeanDefinitionNames())
				.map(process::getType)
				.filter(Objects::nonNull)
				.map((type) -> type.getPackageName().replaceFirst("^([^.]+\\.[^.]+).*", "$1"))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
