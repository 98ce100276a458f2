package io.pangea.laws;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;

import io.pangea.laws.broken.AmbiguousError;
import io.pangea.laws.broken.UndecidedError;
import io.pangea.laws.broken.errors.HalfTold;
import io.pangea.laws.broken.errors.NotForProblems;
import io.pangea.platform.Modules;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
		assertThat(this.problems.kinds()).hasSizeGreaterThan(20)
			.allSatisfy((kind) -> survives(kind.exception(), this.problems));
	}

	@Test
	void everyPublicExceptionIsADomainError() {
		assertThat(noDomainErrors(TheHouse.MODULES, this.problems)).isEmpty();
	}

	@Test
	void bitesErrorsThatCannotBeProblems() {
		assertThatIllegalStateException()
			.isThrownBy(() -> DomainProblems.Kind.of(UndecidedError.class, TheHouse.MODULES))
			.withMessageContaining("what sort of error");
		assertThatIllegalStateException()
			.isThrownBy(() -> DomainProblems.Kind.of(AmbiguousError.class, TheHouse.MODULES))
			.withMessageContaining("name of a member of every problem");
	}

	@Test
	void bitesErrorsThatDoNotTravel() {
		Modules modules = new Modules("io.pangea.laws.broken");
		DomainProblems broken = new DomainProblems(modules, this.json);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> survives(HalfTold.class, broken))
			.withMessageContaining("is lent out as of");
		assertThat(noDomainErrors(modules, broken)).containsExactly(NotForProblems.class);
	}

	private void survives(Class<?> type, DomainProblems problems) {
		RuntimeException error = sample(type);
		ProblemDetail problem = problems.toProblem(error);
		String wire = this.json.writeValueAsString(problem);
		RuntimeException copy = problems.toException(this.json.readValue(wire, ProblemDetail.class));
		assertThat(copy).isInstanceOf(error.getClass()).hasMessage(error.getMessage());
		assertThat(problems.toProblem(copy)).isEqualTo(problem);
	}

	/** Errors a module shows that no problem is made of. */
	private static List<Class<?>> noDomainErrors(Modules modules, DomainProblems problems) {
		List<Class<?>> kinds = List.copyOf(problems.kinds().stream().map(DomainProblems.Kind::exception).toList());
		return modules.typesAssignableTo(Exception.class)
			.stream()
			.filter((type) -> modules.isInModuleRoot(type) && Modifier.isPublic(type.getModifiers()))
			.filter((type) -> !kinds.contains(type))
			.toList();
	}

	private static RuntimeException sample(Class<?> type) {
		Constructor<?> constructor = type.getConstructors()[0];
		Object[] arguments = IntStream.range(0, constructor.getParameterCount())
			.mapToObj((i) -> Samples.of(constructor.getGenericParameterTypes()[i], i))
			.toArray();
		return (RuntimeException) BeanUtils.instantiateClass(constructor, arguments);
	}

}
