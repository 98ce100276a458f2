package io.pangea.playback;

import java.sql.Types;
import java.util.Optional;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts set for themselves, and which of them are gone. */
@Component
class Viewers {

	private final JdbcClient jdbc;

	Viewers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Somebody whose account is gone is a guest, whatever their token says. */
	@Nullable AccountId present(@Nullable AccountId account) {
		return (account == null || isErased(account)) ? null : account;
	}

	boolean isErased(AccountId account) {
		return this.jdbc.sql("select erased from playback.viewers where account = :account")
			.param("account", account.value())
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	@Nullable Integer maximumAge(@Nullable AccountId account) {
		if (account == null) {
			return null;
		}
		Optional<Integer> limit = this.jdbc
			.sql("select maximum_age from playback.viewers where account = :account and maximum_age is not null")
			.param("account", account.value())
			.query(Integer.class)
			.optional();
		return limit.orElse(null);
	}

	void limit(AccountId account, @Nullable Integer maximumAge) {
		this.jdbc.sql("""
				insert into playback.viewers (account, maximum_age) values (:account, :age)
				on conflict (account) do update set maximum_age = excluded.maximum_age where not viewers.erased
				""").param("account", account.value()).param("age", maximumAge, Types.INTEGER).update();
	}

	/** One at a time opens a session for an account, until the transaction ends. */
	void lock(AccountId account) {
		this.jdbc.sql("""
				insert into playback.viewers as v (account) values (:account)
				on conflict (account) do update set erased = v.erased
				""").param("account", account.value()).update();
	}

	void erase(AccountId account) {
		this.jdbc.sql("""
				insert into playback.viewers (account, erased) values (:account, true)
				on conflict (account) do update set erased = true, maximum_age = null
				""").param("account", account.value()).update();
	}

}
