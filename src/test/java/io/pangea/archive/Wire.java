package io.pangea.archive;

import io.pangea.platform.Modules;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** JSON as the store reads and writes it, without a store. */
final class Wire {

	static final JsonMapper JSON = mapper();

	private Wire() {
	}

	private static JsonMapper mapper() {
		try (var context = new AnnotationConfigApplicationContext()) {
			new ConfigDataApplicationContextInitializer().initialize(context);
			context.registerBean(Modules.class, Modules::ofTheHouse);
			context.register(JacksonAutoConfiguration.class);
			context.scan("io.pangea.platform.json");
			context.refresh();
			return context.getBean(JsonMapper.class);
		}
	}

}
