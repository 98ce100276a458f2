package io.pangea.platform.console;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Deliveries that shall be tried again. */
public record Replay(@NotEmpty @Size(max = 1000) List<@NotNull UUID> ids) {

	/**
	 * How far it reached.
	 *
	 * @param silent modules whose process did not answer: nobody knows whether it will
	 * try theirs
	 */
	public record Reach(SortedSet<String> silent) {

	}

}
