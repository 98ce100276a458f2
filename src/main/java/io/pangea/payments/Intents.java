package io.pangea.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** All payment intents. */
interface Intents extends Repository<Intent, PaymentId> {

	Intent save(Intent intent);

	Optional<Intent> findById(PaymentId id);

	/** Whoever adds to a ledger holds this lock. */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	Intent getWithLockById(PaymentId id);

	List<Intent> findByExpiresAtBeforeOrderByExpiresAt(Instant now, Limit limit);

}
