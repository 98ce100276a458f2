package io.pangea.accounts;

import java.security.SecureRandom;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Somebody to look after the demo catalogue. The password is made up and printed once,
 * when the account is created.
 */
@Component
@ConditionalOnBooleanProperty("pangea.demo")
class DemoStaff implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(DemoStaff.class);

	private static final EmailAddress EMAIL = EmailAddress.of("staff@pangea.example");

	/** Nothing that looks like something else. */
	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int LENGTH = 16;

	private final AccountHolders holders;

	private final Membership membership;

	private final PasswordEncoder encoder;

	DemoStaff(AccountHolders holders, Membership membership, PasswordEncoder encoder) {
		this.holders = holders;
		this.membership = membership;
		this.encoder = encoder;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.holders.existsByCanonicalEmail(EMAIL.canonical())) {
			return;
		}
		String password = new SecureRandom().ints(LENGTH, 0, LETTERS.length())
			.collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
			.toString();
		AccountHolder staff = AccountHolder.of(EMAIL, "Demo Staff", String.valueOf(this.encoder.encode(password)),
				List.of(Role.values()));
		if (this.membership.open(staff)) {
			LOG.info("Created the demo staff account {} with password {} (shown this once)", EMAIL.typed(), password);
		}
	}

}
