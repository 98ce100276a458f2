package io.pangea.platform.problems;

import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * A module cannot be reached right now, takes too long to answer, or cannot reach its
 * database. To its callers it is a {@link RejectedExecutionException}: nothing is known
 * of what became of the call.
 */
public class ModuleUnavailable extends RejectedExecutionException {

	/** Seconds after which it may be worth trying again. */
	public static final String RETRY_AFTER = "5";

	private final String module;

	public ModuleUnavailable(String module, @Nullable Throwable cause) {
		super("The module %s cannot be reached right now; try again in a moment.".formatted(module), cause);
		this.module = module;
	}

	public String module() {
		return this.module;
	}

}
