package io.pangea.platform.topology;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.runtime.flyway.MigrationFilter;

/** What follows from which modules run here. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {

	/** Tables of modules that run elsewhere are not made here. */
	@Bean
	MigrationFilter migrationsOfRunningModules(Topology topology) {
		return (module, flyway) -> topology.runs(module.toString()) || "__root".equals(module.toString());
	}

}
