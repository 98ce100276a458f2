package io.pangea.laws;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.IntStream;

import io.pangea.laws.broken.AmbiguousError;
import io.pangea.laws.broken.UndecidedError;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Law 4, errors travel: the same exception and the same problem in-process and over the
 * wire.
 */
@StoreTest
class ErrorTests {

	@Autowired
	DomainProblems problems;

	@Autowired
	JsonMapper json;

	@Test
	void everyDomainErrorSurvivesTheWire() {
		assertThat(this.problems.kinds()).hasSizeGreaterThan(20).allSatisfy((kind) -> {
			RuntimeException error = sample(kind.exception());
			ProblemDetail problem = this.problems.toProblem(error);
			String wire = this.json.writeValueAsString(problem);
			RuntimeException copy = this.problems.toException(this.json.readValue(wire, ProblemDetail.class));
			assertThat(copy).isInstanceOf(error.getClass()).hasMessage(error.getMessage());
			assertThat(this.problems.toProblem(copy)).isEqualTo(problem);
		});
	}

	@Test
	void everyPublicExceptionIsADomainError() {
		List<Class<?>> kinds = List.copyOf(this.problems.kinds().stream().map(DomainProblems.Kind::exception).toList());
		assertThat(TheHouse.MODULES.typesAssignableTo(Throwable.class))
			.filteredOn((type) -> TheHouse.MODULES.isInModuleRoot(type)
					&& java.lang.reflect.Modifier.isPublic(type.getModifiers()))
			.containsExactlyInAnyOrderElementsOf(kinds);
	}

	@Test
	void bites() {
		assertThatIllegalStateException()
			.isThrownBy(() -> DomainProblems.Kind.of(UndecidedError.class, TheHouse.MODULES))
			.withMessageContaining("what sort of error");
		assertThatIllegalStateException()
			.isThrownBy(() -> DomainProblems.Kind.of(AmbiguousError.class, TheHouse.MODULES))
			.withMessageContaining("name of a member of every problem");
	}

	private static RuntimeException sample(Class<?> type) {
		Constructor<?> constructor = type.getConstructors()[0];
		Object[] arguments = IntStream.range(0, constructor.getParameterCount())
			.mapToObj((i) -> Samples.of(constructor.getGenericParameterTypes()[i], i))
			.toArray();
		return (RuntimeException) BeanUtils.instantiateClass(constructor, arguments);
	}

}
