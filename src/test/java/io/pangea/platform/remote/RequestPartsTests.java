package io.pangea.platform.remote;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequestPartsTests {

	private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

	private final RequestParts parts = new RequestParts();

	@AfterEach
	void leave() {
		this.parts.close();
		SecurityContextHolder.clearContext();
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void arePartOfTheRequest() throws Exception {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ana", ""));
		LocaleContextHolder.setLocale(Locale.of("pt", "BR"));
		CallContext request = CallContext.of(Duration.ofSeconds(30), Map.of(CallContext.TRACE_PARENT, TRACE));
		String seen = request.call(() -> this.parts.submit(() -> "%s %s %s".formatted(
				Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()).getName(),
				LocaleContextHolder.getLocale().toLanguageTag(), CallContext.currentHeaders()))
			.get());
		assertThat(seen).isEqualTo("ana pt-BR {traceparent=%s}".formatted(TRACE));
	}

	@Test
	void passTheirTimeLimitOn() throws Exception {
		assertThat(leftWithin(Duration.ofSeconds(30), 1000)).isBetween(900L, 1000L);
	}

	@Test
	void leaveTimeToDoWithout() throws Exception {
		assertThat(leftWithin(Duration.ofSeconds(1), 1000)).isBetween(400L, 500L);
	}

	@Test
	void areGivenUpInTime() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		Callable<Boolean> hanging = () -> {
			try {
				never.await();
				return true;
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
				throw ex;
			}
		};
		long start = System.nanoTime();
		Future<Boolean> part = this.parts.invokeAll(List.of(hanging), 100, TimeUnit.MILLISECONDS).getFirst();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		assertThat(part.state()).isEqualTo(Future.State.CANCELLED);
		assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void takeNoTransactionAlong() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.parts.submit(() -> true))
				.withMessageContaining("transaction");
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
	}

	private long leftWithin(Duration request, long limit) throws Exception {
		Callable<Long> left = () -> CallContext.remaining().toMillis();
		return CallContext.of(request, Map.of())
			.call(() -> this.parts.invokeAll(List.of(left), limit, TimeUnit.MILLISECONDS).getFirst().get());
	}

}
