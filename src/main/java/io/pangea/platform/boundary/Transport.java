package io.pangea.platform.boundary;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/** Carries a call to the module that implements a contract, wherever it is. */
public interface Transport {

	/**
	 * @throws Throwable what the implementation throws, as the same type
	 */
	@Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable;

	/** Reaches modules that do not run in this process. */
	interface Remote {

		Transport to(Class<?> contract, String module);

	}

	/** Puts something around every transport. */
	interface Decorator {

		Transport decorate(Transport transport);

	}

}
