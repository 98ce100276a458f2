package io.pangea.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class DatabaseFailuresTests {

	@TempDir
	Path directory;

	@Test
	void twoProcessesCannotShareADataDirectory() {
		try (DirectoryLock first = DirectoryLock.acquire(this.directory)) {
			assertThatExceptionOfType(DataDirectoryUnusable.class)
				.isThrownBy(() -> DirectoryLock.acquire(this.directory))
				.withMessageContaining("another instance is using it");
			assertThat(first.channel().isOpen()).isTrue();
		}
		DirectoryLock.acquire(this.directory).close();
	}

	@Test
	void saysWhatToDoWhenTheDirectoryCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "in the way");
		Throwable failure = catchThrowable(() -> DirectoryLock.acquire(file.resolve("data")));
		assertThat(analyze(null, new IllegalStateException(failure)).getDescription()).contains("cannot be written");
		assertThat(analyze(null, failure).getAction()).startsWith("Make it writable, or")
			.contains("--pangea.data-directory");
	}

	@Test
	void saysWhatToDoWhenTheServerDoesNotAnswer() {
		Throwable failure = catchThrowable(
				() -> DriverManager.getConnection("jdbc:postgresql://localhost:1/nowhere", "nobody", ""));
		assertThat(analyze("jdbc:postgresql://localhost:1/nowhere", failure).getDescription())
			.contains("cannot be reached");
	}

	@Test
	void saysWhatToDoWhenTheUrlIsNotPostgresql() {
		assertThat(analyze("jdbc:mysql://localhost/shop", new IllegalStateException()).getDescription())
			.isEqualTo("'jdbc:mysql://localhost/shop' is not the URL of a PostgreSQL database.");
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(new DatabaseFailures(new MockEnvironment()).analyze(new SQLException("syntax", "42601"))).isNull();
	}

	private static FailureAnalysis analyze(@Nullable String url, Throwable failure) {
		MockEnvironment environment = new MockEnvironment();
		if (url != null) {
			environment.setProperty("spring.datasource.url", url);
		}
		FailureAnalysis analysis = new DatabaseFailures(environment).analyze(failure);
		assertThat(analysis).isNotNull();
		return Objects.requireNonNull(analysis);
	}

}
