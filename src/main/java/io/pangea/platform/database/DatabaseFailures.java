package io.pangea.platform.database;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says in a sentence why there is no database and what to do about it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailures implements FailureAnalyzer {

	private final @Nullable String url;

	DatabaseFailures(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url");
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		if (this.url != null && !this.url.startsWith("jdbc:postgresql:")) {
			return new FailureAnalysis("'%s' is not the URL of a PostgreSQL database.".formatted(this.url),
					"Set spring.datasource.url to jdbc:postgresql://host:port/name, or leave it out to use the embedded database.",
					failure);
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataDirectoryUnusable unusable) {
				return new FailureAnalysis(unusable.getMessage() + ".", unusable.remedy()
						+ ", or choose another directory with --pangea.data-directory=…, or a server with --spring.datasource.url=….",
						failure);
			}
			if (cause instanceof SQLException sql && isAboutConnecting(sql)) {
				return new FailureAnalysis("The database cannot be reached: %s".formatted(sql.getMessage()),
						"Check spring.datasource.url, .username and .password and that the server runs; leave the URL out to use the embedded database.",
						failure);
			}
		}
		return null;
	}

	/**
	 * SQLSTATE classes: 08 connection, 28 authorisation, 3D no such database; none: the
	 * driver refused the URL.
	 */
	private static boolean isAboutConnecting(SQLException ex) {
		String state = ex.getSQLState();
		return state == null || state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
	}

}
