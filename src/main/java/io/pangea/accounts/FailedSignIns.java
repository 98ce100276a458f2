package io.pangea.accounts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Failed attempts to sign in, counted per e-mail address, whether or not there is such an
 * account.
 */
@Component
class FailedSignIns {

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	FailedSignIns(JdbcClient jdbc, AccountSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * @throws TooManyAttempts when it failed too often with this address
	 */
	void refuseIfTooMany(EmailAddress email) {
		this.jdbc
			.sql("select since from accounts.failed_sign_ins "
					+ "where address_hash = :hash and failures >= :limit and since > :oldest")
			.param("hash", hash(email))
			.param("limit", this.settings.failedSignIns())
			.param("oldest", oldest())
			.query(OffsetDateTime.class)
			.optional()
			.ifPresent((since) -> {
				throw new TooManyAttempts(since.toInstant().plus(this.settings.failureWindow()));
			});
	}

	void count(EmailAddress email) {
		this.jdbc.sql("""
				insert into accounts.failed_sign_ins as it (address_hash, failures, since) values (:hash, 1, :now)
				on conflict (address_hash) do update set
				  failures = case when it.since > :oldest then it.failures + 1 else 1 end,
				  since = case when it.since > :oldest then it.since else :now end
				""")
			.param("hash", hash(email))
			.param("now", Instant.now().atOffset(ZoneOffset.UTC))
			.param("oldest", oldest())
			.update();
	}

	void forget(EmailAddress email) {
		this.jdbc.sql("delete from accounts.failed_sign_ins where address_hash = :hash")
			.param("hash", hash(email))
			.update();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	@SchedulerLock(name = "accounts.forget-failed-sign-ins")
	void forgetOld() {
		this.jdbc.sql("delete from accounts.failed_sign_ins where since < :oldest").param("oldest", oldest()).update();
	}

	private OffsetDateTime oldest() {
		return Instant.now().minus(this.settings.failureWindow()).atOffset(ZoneOffset.UTC);
	}

	private static byte[] hash(EmailAddress email) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(email.canonical().getBytes(UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java knows SHA-256", ex);
		}
	}

}
