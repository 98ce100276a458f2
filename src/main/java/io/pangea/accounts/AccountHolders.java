package io.pangea.accounts;

import java.util.Optional;

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

	/** Changes nothing if the password was changed meanwhile. */
	@Modifying
	@Query("update accounts.holders set password = :encoded where id = :id and password = :before")
	void reEncode(AccountId id, String before, String encoded);

	@Modifying
	@Query("delete from accounts.holders where id = :id")
	int delete(AccountId id);

}
