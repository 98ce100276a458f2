package io.pangea.platform.database;

import java.util.Map;
import java.util.Set;

import io.pangea.platform.topology.Topology;
import io.pangea.processes.DatabaseServer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleMigrationsTests {

	/** PostgreSQL looks first in the schema named like the role, once there is one. */
	@Test
	void roleNamedLikeItsModuleFindsItsHistoryAgain() {
		try (DatabaseServer server = DatabaseServer.create()) {
			DatabaseServer.Database database = server.database("payments");
			var source = new DriverManagerDataSource(database.url(), database.role(), database.password());
			FluentConfiguration settings = Flyway.configure().dataSource(source).locations("classpath:db/migration");
			var migrations = new ModuleMigrations(new Topology(Set.of("payments"), Map.of()),
					new DefaultResourceLoader());
			migrations.migrate(settings.load());
			migrations.migrate(settings.load());
			assertThat(JdbcClient.create(source)
				.sql("select tableowner from pg_tables where tablename like 'flyway%'")
				.query(String.class)
				.set()).containsExactly("payments");
		}
	}

}
