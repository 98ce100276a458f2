package io.pangea.accounts;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
@ExtendWith(OutputCaptureExtension.class)
class DemoStaffTests {

	private static final String EMAIL = "staff@pangea.example";

	@Autowired
	private DemoStaff demoStaff;

	@Autowired
	private AccountHolders holders;

	@Autowired
	private Membership membership;

	@Autowired
	private Accounts accounts;

	@Test
	void isCreatedOnceByManyInstancesAndSignsInWithThePasswordPrinted(CapturedOutput output) throws Exception {
		this.holders.findByCanonicalEmail(EMAIL).map(AccountHolder::id).ifPresent(this.membership::end);
		Callable<Boolean> start = () -> {
			this.demoStaff.run(new DefaultApplicationArguments());
			return true;
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(Collections.nCopies(4, start)))
				.allSatisfy((it) -> assertThat(it.get()).isTrue());
		}
		start.call();
		assertThat(output).containsOnlyOnce(EMAIL);
		Matcher printed = Pattern.compile(EMAIL + " with password (\\S+)").matcher(output);
		assertThat(printed.find()).isTrue();
		Session session = this.accounts.signIn(new Credentials(EMAIL, printed.group(1)));
		assertThat(session.account().roles()).containsExactly(Role.CUSTOMER, Role.STAFF, Role.ADMIN);
	}

}
