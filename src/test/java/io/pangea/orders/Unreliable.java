package io.pangea.orders;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Neighbours whose answers get lost, the first time each. */
final class Unreliable {

	private Unreliable() {
	}

	/** The process dies right after the neighbour did what it was asked for. */
	static final class Crash extends Error {

	}

	/** Does what it is asked for, then kills the caller, once per method. */
	static <T> T crashing(Class<T> contract, T neighbour) {
		return failing(contract, neighbour, new Crash());
	}

	/** Does what it is asked for, but its first answer to each method gets lost. */
	static <T> T losing(Class<T> contract, T neighbour) {
		return failing(contract, neighbour, new IllegalArgumentException("The answer got lost"));
	}

	/** Kills the caller before it does what it is asked for. */
	static <T> T dyingAt(String deadly, Class<T> contract, T neighbour) {
		return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract },
				(proxy, method, arguments) -> {
					if (method.getName().equals(deadly)) {
						throw new Crash();
					}
					return invoke(method, neighbour, arguments);
				}));
	}

	private static <T> T failing(Class<T> contract, T neighbour, Throwable failure) {
		Set<String> called = ConcurrentHashMap.newKeySet();
		return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] { contract },
				(proxy, method, arguments) -> {
					Object answer = invoke(method, neighbour, arguments);
					if (called.add(method.getName())) {
						throw failure;
					}
					return answer;
				}));
	}

	private static Object invoke(Method method, Object neighbour, Object[] arguments) throws Throwable {
		try {
			return method.invoke(neighbour, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
