package io.pangea.playback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The sessions there are. Who changes one holds its lock. */
interface StoredSessions extends Repository<StoredSession, PlaybackId> {

	Optional<StoredSession> findById(PlaybackId id);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<StoredSession> findLockedById(PlaybackId id);

	Optional<StoredSession> findByAccountAndOpeningKey(AccountId account, String openingKey);

	Optional<StoredSession> findByAccountIsNullAndOpeningKey(String openingKey);

	List<StoredSession> findByAccountAndFinishedAtIsNullAndHeardAtAfterOrderByStartedAt(AccountId account,
			Instant since);

	StoredSession save(StoredSession session);

	/** Leaves out those somebody is just changing, as that is a sign of life. */
	@Query("""
			select * from playback.sessions where finished_at is null and heard_at <= :before
			order by heard_at limit :most for update skip locked
			""")
	List<StoredSession> lockSilent(Instant before, int most);

	@Query("select * from playback.sessions where account = :account and finished_at is null for update")
	List<StoredSession> lockOpen(UUID account);

	@Modifying
	@Query("""
			update playback.sessions set forgotten = true, version = version + 1
			where account = :account and finished_at is null and (:video::uuid is null or video = :video)
			""")
	void keepOutOfHistory(UUID account, @Nullable UUID video);

	@Modifying
	@Query("delete from playback.sessions where account = :account")
	void deleteByAccount(UUID account);

	@Modifying
	@Query("delete from playback.sessions where finished_at <= :before")
	void deleteFinished(Instant before);

}
