package io.pangea.platform.problems;

import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * A module that runs elsewhere cannot be reached right now, or takes too long to answer.
 * To its callers it is a {@link RejectedExecutionException}: nothing is known of what
 * became of the call.
 */
public class ModuleUnavailable extends RejectedExecutionException {

	private final String module;

	public ModuleUnavailable(String module, @Nullable Throwable cause) {
		super("The module %s cannot be reached right now; try again in a moment.".formatted(module), cause);
		this.module = module;
	}

	public String module() {
		return this.module;
	}

}
