package io.pangea.platform.broker;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import org.jmolecules.event.annotation.DomainEvent;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who says and who hears what: the events and listeners of all modules, read from the
 * class path, whether or not they run here.
 */
class Hearsay {

	private final Modules modules;

	private final SingletonSupplier<Map<String, Class<?>>> events = SingletonSupplier.of(this::readEvents);

	private final SingletonSupplier<List<Listener>> listeners = SingletonSupplier.of(this::readListeners);

	Hearsay(Modules modules) {
		this.modules = modules;
	}

	/** A listener of a module, and the event it hears. */
	record Listener(String id, String module, Class<?> event) {

	}

	/** The name of an event on the wire, independent of its class. */
	static String nameOf(Class<?> event) {
		DomainEvent annotation = AnnotatedElementUtils.getMergedAnnotation(event, DomainEvent.class);
		if (annotation == null) {
			throw new IllegalArgumentException(event.getName() + " is no event of a module");
		}
		return annotation.namespace() + "." + annotation.name();
	}

	Optional<Class<?>> event(String name) {
		return Optional.ofNullable(this.events.obtain().get(name));
	}

	/** The module that says an event. */
	String speaker(Class<?> event) {
		return this.modules.moduleOf(event);
	}

	Stream<Listener> listeners(Class<?> event) {
		return this.listeners.obtain().stream().filter((listener) -> listener.event().isAssignableFrom(event));
	}

	/** The modules that say what a module hears, itself not among them. */
	Set<String> heardBy(String module) {
		return this.listeners.obtain()
			.stream()
			.filter((listener) -> listener.module().equals(module))
			.map((listener) -> speaker(listener.event()))
			.filter((speaker) -> !speaker.equals(module))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Map<String, Class<?>> readEvents() {
		return this.modules.typesAnnotatedWith(DomainEvent.class)
			.stream()
			.filter((type) -> this.modules.names().contains(this.modules.moduleOf(type)))
			.collect(Collectors.toMap(Hearsay::nameOf, Function.identity()));
	}

	private List<Listener> readListeners() {
		return this.modules.typesWithMethodsAnnotatedWith(ApplicationModuleListener.class)
			.stream()
			.filter((type) -> this.modules.names().contains(this.modules.moduleOf(type)))
			.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.flatMap(this::listener)
			.toList();
	}

	private Stream<Listener> listener(Method method) {
		var annotation = AnnotatedElementUtils.getMergedAnnotation(method, ApplicationModuleListener.class);
		return (annotation != null) ? Stream.of(new Listener(annotation.id(),
				this.modules.moduleOf(method.getDeclaringClass()), method.getParameterTypes()[0])) : Stream.empty();
	}

}
