package io.pangea.laws.broken;

import org.jmolecules.event.annotation.DomainEvent;

import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * A command that pretends to be an event, and a listener nobody can find again after a
 * rename.
 */
@DomainEvent
public record ShipIt(String what) {

	/** Hears it. */
	public static class Listener {

		@ApplicationModuleListener
		void on(ShipIt event) {
		}

	}

}
