package io.pangea.payments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider whose answers get lost, as when the process is killed at that moment. */
final class CrashingProvider {

	private CrashingProvider() {
	}

	/** Thrown in place of the process ending. */
	static final class Crash extends RuntimeException {

	}

	/** The real provider acts, and nobody here learns of it. */
	static PaymentProvider after(PaymentProvider provider) {
		return crashing(provider, true);
	}

	/** The real provider never hears of it. */
	static PaymentProvider before(PaymentProvider provider) {
		return crashing(provider, false);
	}

	private static PaymentProvider crashing(PaymentProvider provider, boolean acts) {
		return (PaymentProvider) Proxy.newProxyInstance(PaymentProvider.class.getClassLoader(),
				new Class<?>[] { PaymentProvider.class }, (proxy, method, arguments) -> {
					assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
					if ("verify".equals(method.getName())) {
						return null;
					}
					try {
						if (acts) {
							method.invoke(provider, arguments);
						}
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
					throw new Crash();
				});
	}

}
