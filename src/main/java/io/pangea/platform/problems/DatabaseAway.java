package io.pangea.platform.problems;

import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells that a database does not answer from everything that is wrong with a request. */
public final class DatabaseAway {

	private DatabaseAway() {
	}

	/**
	 * Whether an error says no more than that the database of the module that was asked
	 * does not answer.
	 */
	public static boolean isBehind(Throwable error) {
		if (error instanceof RejectedExecutionException) {
			// Said already, of the module that could not go on.
			return false;
		}
		for (@Nullable
		Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (isOfResources(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOfResources(Throwable ex) {
		return ex instanceof DataAccessResourceFailureException || ex instanceof TransientDataAccessResourceException
				|| ex instanceof RecoverableDataAccessException || ex instanceof CannotCreateTransactionException;
	}

}
