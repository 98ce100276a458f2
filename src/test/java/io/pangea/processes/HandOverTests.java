package io.pangea.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.pangea.papers.Papers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * While the schema of a module changes hands, the way {@code docs/extracting.md} does it,
 * those who run the module keep writing. Foreign keys are checked as the owner of a
 * table, who has to reach the schema after each of the steps.
 */
class HandOverTests {

	private final DatabaseServer server = DatabaseServer.create();

	private final DatabaseServer.Database store = this.server.database("pangea");

	private final JdbcClient owner = JdbcClient
		.create(new DriverManagerDataSource(this.store.url(), "postgres", "postgres"));

	@BeforeEach
	void aModuleWritesAfterEachStep() {
		this.store.client().sql("""
				create schema payments;
				create table payments.intents (id int primary key);
				create table payments.ledger (intent_id int references payments.intents);
				create table public.flyway_schema_history_payments ();
				insert into payments.intents values (1);
				create function public.book() returns event_trigger language plpgsql security definer as $$
				begin
					insert into payments.ledger values (1);
				end $$;
				""").update();
		this.owner.sql("""
				create role payments;
				grant payments to pangea;
				create event trigger each_step on ddl_command_end when tag in ('ALTER SCHEMA', 'ALTER TABLE')
					execute function public.book();
				""").update();
	}

	@AfterEach
	void end() {
		this.server.close();
	}

	@Test
	void whoRunsTheModuleKeepsWritingThereAndBack(@TempDir Path directory) throws Exception {
		assumeTrue(Runbook.toolsAreThere("psql"));
		handOver(directory, "payments");
		assertThat(owners()).containsOnly("payments");
		handOver(directory, "pangea");
		assertThat(owners()).containsOnly("pangea");
		assertThat(this.owner.sql("select count(*) from payments.ledger").query(Integer.class).single())
			.isGreaterThanOrEqualTo(2 * List.of("schema", "history", "intents", "ledger").size());
		this.owner.sql("drop role payments").update();
	}

	private List<String> owners() {
		return this.owner.sql("""
				select nspowner::regrole::text from pg_namespace where nspname = 'payments'
				union all select relowner::regrole::text from pg_class where relnamespace = 'payments'::regnamespace
				""").query(String.class).list();
	}

	private void handOver(Path directory, String role) throws Exception {
		String page = Files.readString(Path.of("docs/extracting.md"));
		int begin = page.indexOf("hand_over() {");
		String function = page.substring(begin, page.indexOf("\n}\n", begin) + 3);
		Path output = directory.resolve("output");
		ProcessBuilder shell = new ProcessBuilder("bash", "-euc", function + "hand_over payments " + role)
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		shell.environment()
			.putAll(Map.of("POSTGRES", "postgresql://postgres:postgres@localhost:" + this.server.port()));
		assertThat(shell.start().waitFor()).as(() -> Papers.read(output)).isZero();
	}

}
