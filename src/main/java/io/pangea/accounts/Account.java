package io.pangea.accounts;

import java.time.Instant;
import java.util.List;

/** An account as its owner and staff see it. */
public record Account(AccountId id, String email, String name, List<Role> roles, Instant registeredAt) {

}
