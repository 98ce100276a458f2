package io.pangea.platform.database;

import java.util.Arrays;

import io.pangea.platform.topology.Topology;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Makes the tables of every module that runs here by scripts of its own
 * ({@code db/migration/<module>}), recorded in a history of its own, after those that all
 * processes need ({@code __root}).
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

	private static final String ROOT = "__root";

	private static final String HISTORIES = "public";

	private final Topology topology;

	private final ResourceLoader resources;

	ModuleMigrations(Topology topology, ResourceLoader resources) {
		this.topology = topology;
		this.resources = resources;
	}

	@Override
	public void migrate(Flyway flyway) {
		Configuration settings = flyway.getConfiguration();
		migrate(ROOT, settings.getTable(), settings);
		this.topology.running()
			.stream()
			.sorted()
			.forEach((module) -> migrate(module, settings.getTable() + "_" + module, settings));
	}

	private void migrate(String scripts, String history, Configuration settings) {
		String[] locations = Arrays.stream(settings.getLocations())
			.map(Location::toString)
			.map((location) -> location + "/" + scripts)
			.filter((location) -> this.resources.getResource(location).exists())
			.toArray(String[]::new);
		if (locations.length > 0) {
			Flyway.configure()
				.configuration(settings)
				.locations(locations)
				.table(history)
				// A role named like its module would look for it elsewhere once the
				// module has a schema.
				.defaultSchema(HISTORIES)
				// The histories share a schema, which is not empty when the second comes.
				.baselineOnMigrate(true)
				.baselineVersion("0")
				.load()
				.migrate();
		}
	}

}
