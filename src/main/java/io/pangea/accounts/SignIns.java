package io.pangea.accounts;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks credentials; takes as long for an address nobody has as for a wrong password.
 */
@Component
class SignIns {

	private final AccountHolders holders;

	private final PasswordEncoder encoder;

	private final FailedSignIns failed;

	private final String nobodysPassword;

	SignIns(AccountHolders holders, PasswordEncoder encoder, FailedSignIns failed) {
		this.holders = holders;
		this.encoder = encoder;
		this.failed = failed;
		this.nobodysPassword = String.valueOf(encoder.encode(""));
	}

	AccountHolder check(EmailAddress email, String password) {
		this.failed.refuseIfTooMany(email);
		AccountHolder holder = this.holders.findByCanonicalEmail(email.canonical()).orElse(null);
		boolean matches = this.encoder.matches(password, (holder != null) ? holder.password() : this.nobodysPassword);
		if (holder == null || !matches) {
			this.failed.count(email);
			throw new SignInFailed();
		}
		// Again: of many guesses made at once, those beyond the limit fail even if right.
		this.failed.refuseIfTooMany(email);
		this.failed.forget(email);
		if (this.encoder.upgradeEncoding(holder.password())) {
			this.holders.reEncode(holder.id(), holder.password(), String.valueOf(this.encoder.encode(password)));
		}
		return holder;
	}

}
