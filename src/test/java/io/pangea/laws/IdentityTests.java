package io.pangea.laws;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.pangea.accounts.Role;
import io.pangea.laws.broken.Afterthought;
import io.pangea.laws.broken.ForNobody;
import io.pangea.laws.broken.LostOnTheWay;
import io.pangea.laws.broken.OpenGate;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.method.AuthorizeReturnObject;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.service.annotation.HttpExchange;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Law 5, identity travels: every contract method says who may call it, refuses all
 * others, and knows those it names when they call through a boundary. Whose identity a
 * boundary carries is told in detail by the tests of the boundary.
 */
@StoreTest
class IdentityTests {

	private static final String MODULE = "MODULE_";

	private static final Pattern RULE = Pattern.compile("permitAll\\(\\)|has(Role|Authority|AnyAuthority)\\('.+'\\)");

	private static final Pattern NAME = Pattern.compile("'(\\w+)'");

	private static final ArchRule ONE_ANNOTATION_SAYS_WHO_MAY = noClasses().should()
		.dependOnClassesThat(resideInAnyPackage(PreAuthorize.class.getPackageName(), Secured.class.getPackageName(),
				"jakarta.annotation.security")
			.and(not(type(PreAuthorize.class)))
			.or(type(AuthorizeReturnObject.class)))
		.because("nothing reads the other annotations of method security");

	@Autowired
	Boundaries boundaries;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void everyContractMethodSaysWhoMayCallIt() {
		assertThat(TheHouse.contractMethods()).isNotEmpty();
		assertThat(TheHouse.contractMethods().flatMap(IdentityTests::violations)).isEmpty();
	}

	@Test
	void nothingElseSaysWhoMay() {
		ONE_ANNOTATION_SAYS_WHO_MAY.check(TheHouse.CLASSES);
	}

	@Test
	void everyContractMethodRefusesStrangers() {
		assertThat(guarded()).isNotEmpty().allSatisfy((method) -> refusesStrangers(method, boundary(method)));
	}

	/** Queries only, since they change nothing. */
	@Test
	void everyQueryKnowsThoseItNames() {
		assertThat(queries()).isNotEmpty().allSatisfy((method) -> named(method).forEach((authority) -> {
			String caller = authority.startsWith(MODULE) ? authority.substring(MODULE.length()) : "somebody";
			knows(authority, method, this.boundaries.between(method.getDeclaringClass(), caller));
		}));
	}

	@Test
	void bitesRulesThatNameNobody() {
		assertThat(Stream.of(ForNobody.class.getDeclaredMethods()).flatMap(IdentityTests::violations))
			.containsExactlyInAnyOrder("ForNobody.withoutRule does not say who may call it",
					"ForNobody.withEmptyRule does not say who may call it",
					"ForNobody.withMistypedRole names ROLE_COSTUMER, whom nobody is",
					"ForNobody.withModuleThatIsNone names MODULE_warehouse, whom nobody is");
	}

	@Test
	void bitesRulesThatNobodyReads() {
		assertThat(ONE_ANNOTATION_SAYS_WHO_MAY.evaluate(new ClassFileImporter().importClasses(Afterthought.class))
			.hasViolation()).isTrue();
	}

	@Test
	void bitesBoundariesThatLetStrangersThrough() {
		assertThat(guarded()).allSatisfy((method) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> refusesStrangers(method, OpenGate.to(method.getDeclaringClass()))));
		// One module passes for another.
		assertThat(queries().filter((method) -> named(method).anyMatch("MODULE_orders"::equals))).isNotEmpty()
			.allSatisfy((method) -> assertThatExceptionOfType(AssertionError.class).isThrownBy(
					() -> refusesStrangers(method, this.boundaries.between(method.getDeclaringClass(), "orders"))));
	}

	@Test
	void bitesBoundariesThatLosePeople() {
		assertThat(queries()).allSatisfy((method) -> named(method).filter((authority) -> !authority.startsWith(MODULE))
			.forEach((authority) -> assertThatExceptionOfType(AssertionError.class).isThrownBy(
					() -> knows(authority, method, LostOnTheWay.to(method.getDeclaringClass(), boundary(method))))));
	}

	private Object boundary(Method method) {
		return this.boundaries.between(method.getDeclaringClass(), "somebody");
	}

	private static void refusesStrangers(Method method, Object neighbour) {
		SecurityContextHolder.clearContext();
		assertThatExceptionOfType(AuthorizationDeniedException.class).as("%s called by a module", method)
			.isThrownBy(() -> call(method, neighbour));
		signIn("ROLE_NOBODY");
		assertThatExceptionOfType(AuthorizationDeniedException.class).as("%s called by a person", method)
			.isThrownBy(() -> call(method, neighbour));
	}

	/** Whatever else it has to say to a question that makes no sense. */
	private static void knows(String authority, Method method, Object neighbour) {
		SecurityContextHolder.clearContext();
		if (!authority.startsWith(MODULE)) {
			signIn(authority);
		}
		assertThatCode(() -> {
			try {
				call(method, neighbour);
			}
			catch (AuthorizationDeniedException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				// Got through.
			}
		}).as("%s called by %s", method, authority).doesNotThrowAnyException();
	}

	private static void call(Method method, Object neighbour) {
		@Nullable Object[] arguments = Stream.of(method.getParameterTypes())
			.map((type) -> type.isPrimitive() ? Samples.of(type, 0) : null)
			.toArray();
		ReflectionUtils.invokeMethod(method, neighbour, arguments);
	}

	private static void signIn(String authority) {
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken(UUID.randomUUID().toString(), "", authority));
	}

	private static Stream<Method> guarded() {
		return TheHouse.contractMethods().filter((method) -> named(method).findAny().isPresent());
	}

	private static Stream<Method> queries() {
		return guarded().filter((method) -> {
			HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
			return exchange != null && exchange.method().equals("GET");
		});
	}

	private static Stream<String> violations(Method method) {
		String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
		if (!RULE.matcher(rule(method)).matches()) {
			return Stream.of(name + " does not say who may call it");
		}
		return named(method).filter((authority) -> !known().contains(authority))
			.map((authority) -> "%s names %s, whom nobody is".formatted(name, authority));
	}

	private static List<String> known() {
		return Stream
			.concat(Arrays.stream(Role.values()).map((role) -> "ROLE_" + role),
					TheHouse.BUSINESS.stream().map((module) -> MODULE + module))
			.toList();
	}

	/** The authorities a rule names; none where all are welcome. */
	private static Stream<String> named(Method method) {
		String rule = rule(method);
		String prefix = rule.startsWith("hasRole(") ? "ROLE_" : "";
		return NAME.matcher(rule).results().map((MatchResult name) -> prefix + name.group(1));
	}

	private static String rule(Method method) {
		PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
		return (rule != null) ? rule.value() : "";
	}

}
