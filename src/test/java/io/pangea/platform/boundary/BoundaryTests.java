package io.pangea.platform.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Law 5, identity travels: a person's goes along, a module that acts on its own is
 * itself. And calls are counted.
 */
class BoundaryTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<String> callers = new ArrayList<>();

	/** A neighbour that remembers who called it, and calls on when told to. */
	interface Greeter {

		String greet(String name);

	}

	@AfterEach
	void forgetWhoCalled() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void personGoesAlong() {
		as(new TestingAuthenticationToken("ada", "", "ROLE_CUSTOMER"));
		assertThat(seenBy("orders", this::remember).greet("Ada")).isEqualTo("Hello Ada");
		assertThat(this.callers).containsExactly("ada[ROLE_CUSTOMER]");
	}

	@Test
	void moduleOnItsOwnIsItself() {
		seenBy("orders", this::remember).greet("Ada");
		assertThat(this.callers).containsExactly("orders[MODULE_orders]");
		assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
	}

	@Test
	void moduleThatIsAskedByAModuleAsksOthersAsItself() {
		Greeter inner = seenBy("cart", this::remember);
		seenBy("orders", inner).greet("Ada");
		assertThat(this.callers).containsExactly("cart[MODULE_cart]");
	}

	@Test
	void countsAndTimesCallsByOutcome() {
		Greeter greeter = seenBy("orders", (name) -> {
			if (name.isEmpty()) {
				throw new NoSuchElementException("nobody");
			}
			return name;
		});
		greeter.greet("Ada");
		greeter.greet("Bob");
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> greeter.greet(""));
		assertThat(calls("returned")).isEqualTo(2);
		assertThat(calls("threw")).isEqualTo(1);
	}

	private String remember(String name) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		this.callers
			.add((authentication != null) ? authentication.getName() + authentication.getAuthorities() : "nobody");
		return "Hello " + name;
	}

	private long calls(String outcome) {
		return this.meters.get("pangea.boundary.calls")
			.tags("caller", "orders", "callee", "greetings", "method", "Greeter.greet", "outcome", outcome)
			.timer()
			.count();
	}

	private Greeter seenBy(String caller, Greeter implementation) {
		return Boundaries.proxy(Greeter.class, new Boundary(Greeter.class, caller, "greetings",
				new InProcess("greetings", () -> implementation), this.meters));
	}

	private static void as(Authentication authentication) {
		SecurityContextHolder.getContext().setAuthentication(authentication);
	}

}
