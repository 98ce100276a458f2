package io.pangea.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TestDatabaseTests {

	@Test
	void homeIsClosedToOthers() {
		TestDatabase.Home home = TestDatabase.home();
		TestDatabase.Home other = TestDatabase.home();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(other.url().replaceAll("user=[^&]*", "user=" + home.role()),
					home.role(), home.role()))
			.withMessageContaining("permission denied");
	}

}
