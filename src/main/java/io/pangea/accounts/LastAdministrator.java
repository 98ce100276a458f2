package io.pangea.accounts;

/**
 * Nobody else may administer this store. Somebody has to, or nobody could ever be given a
 * role again.
 */
public final class LastAdministrator extends IllegalStateException {

	private final AccountId account;

	public LastAdministrator(AccountId account) {
		super("Nobody else may administer this store; make somebody else an administrator first.");
		this.account = account;
	}

	public AccountId account() {
		return this.account;
	}

}
