package io.pangea.platform.broker;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.pangea.platform.Modules;

/** Who hears what, for tests elsewhere. */
public final class Hearers {

	private static final Hearsay HEARSAY = new Hearsay(Modules.ofTheHouse());

	private Hearers() {
	}

	/** The modules that listen to an event. */
	public static Set<String> of(Class<?> event) {
		return HEARSAY.listeners(event).map(Hearsay.Listener::module).collect(Collectors.toCollection(TreeSet::new));
	}

}
