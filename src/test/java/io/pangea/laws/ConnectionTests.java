package io.pangea.laws;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.pangea.laws.broken.NeverClosed;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outside of a transaction the stream of a query keeps its connection until it is closed;
 * twenty forgotten ones stop the store. Rows come as lists.
 */
class ConnectionTests {

	private static final ArchRule ROWS_COME_AS_LISTS = noClasses().should()
		.callMethod(JdbcClient.MappedQuerySpec.class, "stream");

	@Test
	void noQueryKeepsItsConnection() {
		ROWS_COME_AS_LISTS.check(TheHouse.CLASSES);
	}

	@Test
	void bites() {
		assertThat(ROWS_COME_AS_LISTS.evaluate(new ClassFileImporter().importClasses(NeverClosed.class)).hasViolation())
			.isTrue();
	}

}
