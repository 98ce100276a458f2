package io.pangea.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** All account holders. */
interface AccountHolders extends Repository<AccountHolder, AccountId> {

	AccountHolder save(AccountHolder holder);

	Optional<AccountHolder> findById(AccountId id);

	/** Whoever changes the addresses of an account holds this lock. */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<AccountHolder> findWithLockById(AccountId id);

	Optional<AccountHolder> findByCanonicalEmail(String canonicalEmail);

	boolean existsByCanonicalEmail(String canonicalEmail);

	@Query("select exists (select from accounts.holders where 'ADMIN' = any (roles))")
	boolean existsAdministrator();

	/**
	 * Whoever takes an administrator away holds the locks of all: of two that go at the
	 * same time, the later one sees the earlier one gone.
	 */
	@Query("select id from accounts.holders where 'ADMIN' = any (roles) order by id for update")
	List<UUID> lockAdministrators();

	/** Changes nothing if the password was changed meanwhile. */
	@Modifying
	@Query("update accounts.holders set password = :encoded where id = :id and password = :before")
	void reEncode(AccountId id, String before, String encoded);

	@Modifying
	@Query("delete from accounts.holders where id = :id")
	int delete(AccountId id);

}
