package io.pangea.payments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Idempotency keys and what each was used for. */
@Component
class Keys {

	private final JdbcClient jdbc;

	private final PaymentSettings settings;

	Keys(JdbcClient jdbc, PaymentSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Keeps a key for a new subject, in the transaction that makes it, unless it belongs
	 * to one already. Of several at the same time the first wins and the others wait for
	 * it.
	 * @return the subject the key belongs to
	 * @throws KeyReused when it was used with other content
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	UUID claim(String operation, String key, String content, UUID subject) {
		byte[] hash = hash(content);
		int inserted = this.jdbc.sql("""
				insert into payments.idempotency_keys (operation, key, content_hash, subject)
				values (:operation, :key, :hash, :subject) on conflict do nothing
				""")
			.param("operation", operation)
			.param("key", key)
			.param("hash", hash)
			.param("subject", subject)
			.update();
		return (inserted == 1) ? subject : known(operation, key, hash);
	}

	private UUID known(String operation, String key, byte[] hash) {
		Use use = this.jdbc.sql("""
				select content_hash = :hash as same, subject from payments.idempotency_keys
				where operation = :operation and key = :key
				""").param("operation", operation).param("key", key).param("hash", hash).query(Use.class).single();
		if (!use.same()) {
			throw new KeyReused(key);
		}
		return use.subject();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	@SchedulerLock(name = "payments.forget-keys")
	void forgetOld() {
		this.jdbc.sql("delete from payments.idempotency_keys where created_at < now() - ? * interval '1 millisecond'")
			.param(this.settings.keyExpiry().toMillis())
			.update();
	}

	private static byte[] hash(String content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private record Use(boolean same, UUID subject) {

	}

}
