package io.pangea.accounts;

/**
 * Address and password do not belong together. Says no more, so that nobody learns which
 * was wrong.
 */
public final class SignInFailed extends SecurityException {

	public SignInFailed() {
		super("E-mail address or password is wrong.");
	}

}
