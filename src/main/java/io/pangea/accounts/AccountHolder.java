package io.pangea.accounts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Whoever an account belongs to, with what the {@link Account} does not show: the encoded
 * password, and the spelling of the address that no other account has.
 */
@AggregateRoot
@Table(schema = "accounts", name = "holders")
record AccountHolder(@Id @Identity AccountId id, String email, String canonicalEmail, String name, String password,
		List<Role> roles, Instant registeredAt, @Version @Nullable Integer version) {

	AccountHolder {
		EnumSet<Role> distinct = EnumSet.of(Role.CUSTOMER);
		distinct.addAll(roles);
		roles = List.copyOf(distinct);
	}

	static AccountHolder of(EmailAddress email, String name, String password, Collection<Role> roles) {
		return new AccountHolder(AccountId.next(), email.typed(), email.canonical(), name, password, List.copyOf(roles),
				Instant.now().truncatedTo(ChronoUnit.MICROS), null);
	}

	/** Everybody who may do more is a customer as well. */
	AccountHolder withRoles(Collection<Role> changed) {
		return new AccountHolder(this.id, this.email, this.canonicalEmail, this.name, this.password,
				List.copyOf(changed), this.registeredAt, this.version);
	}

	Account account() {
		return new Account(this.id, this.email, this.name, this.roles, this.registeredAt);
	}

	@Override
	public String toString() {
		return "AccountHolder[id=%s]".formatted(this.id);
	}

}
