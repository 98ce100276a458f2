package io.pangea.accounts;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/** An account was deleted at its owner's wish. */
@DomainEvent(namespace = "accounts", name = "account-deleted.v1")
public record AccountDeleted(UUID id, Instant occurredAt, AccountId account) {

}
