package io.pangea.laws;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.pangea.laws.broken.ShipIt;
import org.jmolecules.event.annotation.DomainEvent;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.event.TransactionalEventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 7, events are facts: an id, an instant, a stable versioned name; listeners that can
 * be found again.
 */
class EventTests {

	@Test
	void everyEventIsAFact() {
		assertThat(TheHouse.events().flatMap((event) -> violations(event, TheHouse.MODULES.moduleOf(event)))).isEmpty();
		assertThat(TheHouse.events()).hasSizeGreaterThan(10);
	}

	@Test
	void everyListenerHasAStableId() {
		assertThat(listeners().flatMap(EventTests::violations)).isEmpty();
	}

	@Test
	void bites() throws NoSuchMethodException {
		assertThat(violations(ShipIt.class, "laws")).containsExactly("ShipIt does not begin with id and instant",
				"ShipIt is not named after module and version");
		assertThat(violations(ShipIt.Listener.class.getDeclaredMethod("on", ShipIt.class)))
			.containsExactly("Listener.on has no id that begins with its module");
	}

	private static Stream<Method> listeners() {
		return TheHouse.CLASSES.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isMetaAnnotatedWith(TransactionalEventListener.class)
					|| method.isAnnotatedWith(TransactionalEventListener.class))
			.map(JavaMethod::reflect);
	}

	private static Stream<String> violations(Method listener) {
		String module = TheHouse.MODULES.moduleOf(listener.getDeclaringClass());
		var annotation = AnnotatedElementUtils.findMergedAnnotation(listener, TransactionalEventListener.class);
		return (annotation != null && annotation.id().startsWith(module + ".")) ? Stream.empty()
				: Stream.of("%s.%s has no id that begins with its module"
					.formatted(listener.getDeclaringClass().getSimpleName(), listener.getName()));
	}

	private static Stream<String> violations(Class<?> event, String module) {
		List<Class<?>> types = Stream.of(event.getRecordComponents())
			.<Class<?>>map((component) -> component.getType())
			.toList();
		DomainEvent name = Objects.requireNonNull(event.getAnnotation(DomainEvent.class));
		Stream.Builder<String> violations = Stream.builder();
		if (types.size() < 2 || types.get(0) != UUID.class || types.get(1) != Instant.class) {
			violations.add(event.getSimpleName() + " does not begin with id and instant");
		}
		if (!name.namespace().equals(module) || !name.name().matches("[a-z-]+\\.v[0-9]+")) {
			violations.add(event.getSimpleName() + " is not named after module and version");
		}
		return violations.build();
	}

}
