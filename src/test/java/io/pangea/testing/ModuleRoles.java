package io.pangea.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import javax.sql.DataSource;

import io.pangea.platform.Modules;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Runs every statement as the database role of the module whose code asked for it: the
 * nearest one on the stack. A role can reach its own schema and the bookkeeping of
 * deliveries, so that a module that looks into another's tables gets "permission denied",
 * in every test of the whole store.
 */
class ModuleRoles implements BeanPostProcessor {

	private static final Set<String> MODULES = Set.of("accounts", "products", "payments", "cart", "orders", "videos",
			"playback", "recommendations", "analytics", "storefront", "backoffice");

	private static final Modules NAMES = new Modules("io.pangea");

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		// The role is chosen at the first statement, when the module that makes it is on
		// the stack.
		return (bean instanceof DataSource pool) ? new LazyConnectionDataSourceProxy(new RoleDataSource(pool)) : bean;
	}

	private static final class RoleDataSource extends DelegatingDataSource {

		private boolean granted;

		RoleDataSource(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			String module = callingModule();
			Connection connection = super.getConnection();
			try (Statement statement = connection.createStatement()) {
				statement.execute("reset role");
				if (module != null) {
					grantOnce(statement);
					statement.execute("set role pangea_" + module);
				}
			}
			return connection;
		}

		private static @Nullable String callingModule() {
			return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
				.walk((frames) -> frames.map((frame) -> NAMES.moduleOf(frame.getDeclaringClass()))
					.filter(MODULES::contains)
					.findFirst())
				.orElse(null);
		}

		private synchronized void grantOnce(Statement statement) throws SQLException {
			if (!this.granted) {
				for (String module : MODULES) {
					grant(module, statement);
				}
				this.granted = true;
			}
		}

		private static void grant(String module, Statement statement) throws SQLException {
			statement.execute("create schema if not exists " + module);
			statement.execute("""
					do $$ begin
					    create role pangea_%1$s;
					exception when duplicate_object or unique_violation then null;
					end $$;
					grant usage on schema %1$s, pangea to pangea_%1$s;
					grant all on all tables in schema %1$s to pangea_%1$s;
					grant all on all sequences in schema %1$s to pangea_%1$s;
					grant select, insert on pangea.event_publication to pangea_%1$s;
					grant select, insert, update on pangea.shedlock to pangea_%1$s;
					""".formatted(module));
		}

	}

}
