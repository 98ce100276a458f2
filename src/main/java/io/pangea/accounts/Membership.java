package io.pangea.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, changes and deletes accounts, and says so. */
@Component
class Membership {

	private final AccountHolders holders;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	Membership(AccountHolders holders, ApplicationEventPublisher events, TransactionOperations transactions) {
		this.holders = holders;
		this.events = events;
		this.transactions = transactions;
	}

	/** Whether there is a new account; not if the e-mail address is taken. */
	boolean open(AccountHolder holder) {
		if (this.holders.existsByCanonicalEmail(holder.canonicalEmail())) {
			return false;
		}
		try {
			this.transactions.executeWithoutResult((status) -> {
				this.holders.save(holder);
				this.events.publishEvent(
						new AccountRegistered(UuidCreator.getTimeOrderedEpoch(), holder.registeredAt(), holder.id()));
			});
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	AccountHolder assign(AccountId account, Collection<Role> roles) {
		return this.transactions.execute((status) -> {
			if (!roles.contains(Role.ADMIN)) {
				refuseIfLastAdministrator(account);
			}
			return this.holders.save(this.holders.findWithLockById(account)
				.orElseThrow(() -> new AccountNotFound(account))
				.withRoles(roles));
		});
	}

	void end(AccountId account) {
		this.transactions.executeWithoutResult((status) -> {
			refuseIfLastAdministrator(account);
			if (this.holders.delete(account) > 0) {
				this.events.publishEvent(new AccountDeleted(UuidCreator.getTimeOrderedEpoch(), Instant.now(), account));
			}
		});
	}

	private void refuseIfLastAdministrator(AccountId account) {
		if (this.holders.lockAdministrators().equals(List.of(account.value()))) {
			throw new LastAdministrator(account);
		}
	}

}
