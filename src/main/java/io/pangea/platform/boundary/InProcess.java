package io.pangea.platform.boundary;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The implementation runs in this process: just call it. */
record InProcess(Supplier<Object> implementation) implements Transport {

	@Override
	public @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
		try {
			return method.invoke(this.implementation.get(), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
