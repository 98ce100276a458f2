package io.pangea.products;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * An import from the command line opens no port, and leaves the console to its report.
 */
class ImportCommandSettings implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String arguments = environment.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME, "");
		if (arguments.equals("import") || arguments.startsWith("import,")) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("import-command", Map.of("server.port", "-1")));
			environment.getPropertySources()
				.addLast(new MapPropertySource("import-command-defaults", Map.of("logging.level.root", "warn")));
		}
	}

}
