package io.pangea.videos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which idempotency keys came before, with what, and what became of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestKeys {

	private final JdbcClient jdbc;

	private final VideoSettings settings;

	RequestKeys(JdbcClient jdbc, VideoSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * What a request with this key led to before; whoever comes with the same key waits
	 * until this transaction ends.
	 * @throws KeyReused when the content was another
	 */
	Optional<UUID> answer(String operation, String key, String content) {
		return whileAlone(operation, key, () -> known(operation, key, content));
	}

	/** Looks something up that nobody else with the same key changes in the meantime. */
	<T> T whileAlone(String operation, String key, Supplier<T> lookUp) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
			.param("videos." + operation + "." + key)
			.query()
			.listOfRows();
		return lookUp.get();
	}

	private Optional<UUID> known(String operation, String key, String content) {
		return this.jdbc.sql("select content_hash, answer from videos.idempotency where operation = ? and key = ?")
			.params(operation, key)
			.query((row, number) -> {
				if (!row.getString("content_hash").equals(hash(content))) {
					throw new KeyReused(key);
				}
				return row.getObject("answer", UUID.class);
			})
			.optional();
	}

	void remember(String operation, String key, String content, UUID answer) {
		this.jdbc.sql("insert into videos.idempotency (operation, key, content_hash, answer) values (?, ?, ?, ?)")
			.params(operation, key, hash(content), answer)
			.update();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	@SchedulerLock(name = "videos.forget-keys")
	@Transactional
	void forgetOld() {
		this.jdbc.sql("delete from videos.idempotency where created_at < now() - ? * interval '1 millisecond'")
			.param(this.settings.keyExpiry().toMillis())
			.update();
	}

	private static String hash(String content) {
		return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
