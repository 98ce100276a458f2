package io.pangea.platform.topology;

import io.pangea.platform.Modules;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Decides, before anything is scanned, which modules run here; nothing of the others gets
 * into the context.
 */
class TopologyInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (context.getParent() != null) {
			return;
		}
		Modules modules = Modules.ofTheHouse().readThrough(context);
		Topology topology = Topology.of(context.getEnvironment(), modules.names());
		context.getBeanFactory().registerSingleton("modules", modules);
		context.getBeanFactory().registerSingleton("topology", topology);
		context.getBeanFactory().registerSingleton("absentModules", new AbsentModules(topology, modules));
	}

}
