package io.pangea.platform.remote;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import io.pangea.platform.boundary.Transport;
import io.pangea.platform.problems.Problems;
import org.jspecify.annotations.Nullable;

/** The implementation runs elsewhere: ask it over HTTP. */
record RemoteCalls(RemoteModule module, Object client, Problems problems) implements Transport {

	@Override
	public @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
		try {
			return this.module.call(RemoteOperation.of(method, arguments), () -> once(method, arguments));
		}
		catch (ProblemAnswer answer) {
			throw this.problems.toException(answer.problem(), method);
		}
	}

	private @Nullable Object once(Method method, @Nullable Object[] arguments) {
		try {
			return method.invoke(this.client, arguments);
		}
		catch (InvocationTargetException ex) {
			throw (RuntimeException) ex.getTargetException();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
