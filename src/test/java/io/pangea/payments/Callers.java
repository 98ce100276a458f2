package io.pangea.payments;

import java.util.function.Supplier;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Makes calls for somebody. */
final class Callers {

	private Callers() {
	}

	static <T> T as(String authority, Supplier<T> call) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("test", "", authority));
		try {
			return call.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	static <T> T asOrders(Supplier<T> call) {
		return as("MODULE_orders", call);
	}

}
