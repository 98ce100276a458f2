package io.pangea.accounts;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One page of accounts and where the next one starts. */
public record AccountPage(List<Account> items, @Nullable String next) {

}
