package io.pangea.accounts;

import java.security.SecureRandom;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes an account that may do everything in a store that nobody may administer, since
 * only administrators make others. Its password is made up and printed once.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

	private static final String DEMO = "staff@pangea.example";

	/** Nothing that looks like something else. */
	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int LENGTH = 16;

	private final AccountHolders holders;

	private final Membership membership;

	private final PasswordEncoder encoder;

	private final @Nullable String email;

	FirstAdministrator(AccountHolders holders, Membership membership, PasswordEncoder encoder, AccountSettings settings,
			@Value("${pangea.demo}") boolean demo) {
		this.holders = holders;
		this.membership = membership;
		this.encoder = encoder;
		this.email = (settings.firstAdministrator() != null) ? settings.firstAdministrator() : (demo ? DEMO : null);
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.holders.existsAdministrator()) {
			return;
		}
		if (this.email == null) {
			LOG.warn("Nobody may administer this store: name an e-mail address without an account by "
					+ "pangea.accounts.first-administrator, once");
			return;
		}
		String password = new SecureRandom().ints(LENGTH, 0, LETTERS.length())
			.collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
			.toString();
		AccountHolder staff = AccountHolder.of(EmailAddress.of(this.email), "Staff",
				String.valueOf(this.encoder.encode(password)), List.of(Role.values()));
		if (this.membership.open(staff)) {
			LOG.info("Created the staff account {} with password {} (shown this once)", this.email, password);
		}
		else if (!this.holders.existsAdministrator()) {
			// Whoever registered it has not shown that the address is theirs.
			LOG.warn("Nobody may administer this store, and {} has an account already: name another e-mail address "
					+ "by pangea.accounts.first-administrator", this.email);
		}
	}

}
