package io.pangea.laws;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.pangea.laws.broken.ControllerBesideContract;
import io.pangea.laws.broken.Leftovers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Law 1, contract = one annotated interface, implemented once, with no controller beside
 * it.
 */
class ContractTests {

	private static final ArchRule REST_CONTROLLERS_IMPLEMENT_CONTRACTS = classes().that()
		.areAnnotatedWith(RestController.class)
		.should()
		.implement(com.tngtech.archunit.base.DescribedPredicate.describe("a contract",
				(type) -> type.isAnnotatedWith(HttpExchange.class)))
		.andShould()
		.notBePublic();

	private static final ArchRule BUSINESS_DOES_NOT_KNOW_THE_PLATFORM = noClasses().that()
		.resideOutsideOfPackage("io.pangea.platform..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.pangea.platform..");

	static Stream<Class<?>> contracts() {
		return TheHouse.contracts();
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void contractIsOneAnnotatedInterface(Class<?> contract) {
		assertThat(violations(contract)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void contractIsImplementedOnce(Class<?> contract) {
		assertThat(implementations(contract)).hasSize(1);
	}

	@Test
	void noControllerStandsBesideAContract() {
		REST_CONTROLLERS_IMPLEMENT_CONTRACTS.check(TheHouse.CLASSES);
	}

	@Test
	void businessDoesNotKnowThePlatform() {
		BUSINESS_DOES_NOT_KNOW_THE_PLATFORM.check(TheHouse.CLASSES);
	}

	@Test
	void bites() throws ClassNotFoundException {
		assertThat(violations(Leftovers.class)).containsExactly("Leftovers has no path below /api/",
				"Leftovers is not @Validated", "Leftovers.takeAll has no mapping");
		assertThat(violations(Class.forName(Leftovers.class.getPackageName() + ".Hidden")))
			.containsExactly("Hidden is not public");
		assertThat(implementations(Leftovers.class)).isEmpty();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> REST_CONTROLLERS_IMPLEMENT_CONTRACTS
			.check(new ClassFileImporter().importClasses(ControllerBesideContract.class)));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> BUSINESS_DOES_NOT_KNOW_THE_PLATFORM
			.check(new ClassFileImporter().importClasses(ControllerBesideContract.class)));
	}

	private static List<Class<?>> implementations(Class<?> contract) {
		return TheHouse.MODULES.typesAssignableTo(contract).stream().filter((type) -> !type.isInterface()).toList();
	}

	private static List<String> violations(Class<?> contract) {
		String name = contract.getSimpleName();
		HttpExchange exchange = Objects.requireNonNull(contract.getAnnotation(HttpExchange.class));
		return Stream
			.concat(Stream.of(violation(!exchange.value().startsWith("/api/"), name + " has no path below /api/"),
					violation(!contract.isAnnotationPresent(Validated.class), name + " is not @Validated"),
					violation(!Modifier.isPublic(contract.getModifiers()), name + " is not public")),
					Stream.of(contract.getDeclaredMethods()).flatMap(ContractTests::violations))
			.filter(Objects::nonNull)
			.toList();
	}

	private static Stream<@Nullable String> violations(Method method) {
		String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
		return Stream
			.of(violation(!AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class), name + " has no mapping"));
	}

	private static @Nullable String violation(boolean broken, String words) {
		return broken ? words : null;
	}

}
