package io.pangea.platform.boundary;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import io.pangea.platform.problems.DatabaseAway;
import io.pangea.platform.problems.ModuleUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The implementation runs in this process: just call it. Without its database it can do
 * as little as one that cannot be reached, and so it is to its callers.
 */
record InProcess(String module, Supplier<Object> implementation) implements Transport {

	@Override
	public @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
		try {
			return method.invoke(this.implementation.get(), arguments);
		}
		catch (InvocationTargetException ex) {
			Throwable error = ex.getTargetException();
			throw DatabaseAway.isBehind(error) ? new ModuleUnavailable(this.module, error) : error;
		}
	}

}
