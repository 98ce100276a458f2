package io.pangea.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Finds accounts, the newest first: their ids are ordered by time. */
@Component
class Directory {

	private static final UUID LAST = new UUID(-1, -1);

	private final JdbcClient jdbc;

	Directory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	AccountPage page(@Nullable String q, @Nullable Role role, @Nullable String cursor, int limit) {
		// Without knowing the words, the database would read all accounts in their order.
		this.jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query().listOfRows();
		StringBuilder sql = new StringBuilder(
				"select id, email, name, roles, registered_at from accounts.holders where id < :before");
		Map<String, Object> parameters = new HashMap<>(
				Map.of("before", (cursor != null) ? Cursor.parse(cursor) : LAST, "limit", limit + 1));
		if (StringUtils.hasText(q)) {
			sql.append(" and (words like accounts.containing(:words) or canonical_email = :address)");
			parameters.put("words", q.strip());
			parameters.put("address", EmailAddress.of(q).canonical());
		}
		if (role != null && role != Role.CUSTOMER) {
			sql.append(" and roles <> '{CUSTOMER}' and :role = any (roles)");
			parameters.put("role", role.name());
		}
		List<Account> found = this.jdbc.sql(sql.append(" order by id desc limit :limit").toString())
			.params(parameters)
			.query((row, number) -> account(row))
			.list();
		boolean more = found.size() > limit;
		List<Account> items = more ? found.subList(0, limit) : found;
		return new AccountPage(items, more ? Cursor.after(items.getLast().id()) : null);
	}

	private static Account account(ResultSet row) throws SQLException {
		List<Role> roles = Stream.of((String[]) row.getArray("roles").getArray()).map(Role::valueOf).toList();
		return new Account(new AccountId(row.getObject("id", UUID.class)), row.getString("email"),
				row.getString("name"), roles, row.getObject("registered_at", OffsetDateTime.class).toInstant());
	}

}
