package io.pangea.accounts;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/** Someone opened an account. */
@DomainEvent(namespace = "accounts", name = "account-registered.v1")
public record AccountRegistered(UUID id, Instant occurredAt, AccountId account) {

}
