package io.pangea.platform.health;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Whether the database of this process answers. It is asked over a connection of its own:
 * that the pool is busy is no reason to send nobody here any more.
 */
class DatabaseHealth implements HealthIndicator {

	private final Glance<Health> glance = new Glance<>(this::look);

	private final JdbcConnectionDetails database;

	DatabaseHealth(JdbcConnectionDetails database) {
		this.database = database;
	}

	@Override
	public Health health() {
		return this.glance.get();
	}

	private Health look() {
		Properties properties = new Properties();
		properties.setProperty("user", String.valueOf(this.database.getUsername()));
		properties.setProperty("password", String.valueOf(this.database.getPassword()));
		properties.setProperty("connectTimeout", "2");
		properties.setProperty("socketTimeout", "2");
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(), properties)) {
			return connection.isValid(2) ? Health.up().build() : Health.down().build();
		}
		catch (SQLException ex) {
			return Health.down(ex).build();
		}
	}

}
