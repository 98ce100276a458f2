package io.pangea.accounts;

import java.util.NoSuchElementException;

/** There is no such account, or not any more. */
public final class AccountNotFound extends NoSuchElementException {

	private final AccountId account;

	public AccountNotFound(AccountId account) {
		super("There is no account %s, or not any more.".formatted(account));
		this.account = account;
	}

	public AccountId account() {
		return this.account;
	}

}
