package io.pangea.laws;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.pangea.laws.broken.OpenGate;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Law 2, no transaction crosses a boundary: calling another module with one open is an
 * error at once.
 */
@StoreTest
class TransactionTests {

	@Autowired
	Boundaries boundaries;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void everyContractMethodRefusesAnOpenTransaction() {
		assertThat(TheHouse.contractMethods()).isNotEmpty()
			.allSatisfy((method) -> refusesOpenTransaction(method,
					this.boundaries.between(method.getDeclaringClass(), "somebody")));
	}

	@Test
	void bites() {
		assertThat(TheHouse.contractMethods()).allSatisfy((method) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> refusesOpenTransaction(method, OpenGate.to(method.getDeclaringClass()))));
	}

	private void refusesOpenTransaction(Method method, Object neighbour) {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction
				.executeWithoutResult((status) -> ReflectionUtils.invokeMethod(method, neighbour, arguments(method))))
			.withMessageStartingWith("somebody called %s.%s with a transaction open"
				.formatted(method.getDeclaringClass().getSimpleName(), method.getName()));
	}

	private static @Nullable Object[] arguments(Method method) {
		return Stream.of(method.getParameterTypes())
			.map((type) -> type.isPrimitive() ? Samples.of(type, 0) : null)
			.toArray();
	}

}
