package io.pangea.laws.broken;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A boundary that leaves the person behind, as a hand-over to another thread would. */
public final class LostOnTheWay {

	private LostOnTheWay() {
	}

	public static Object to(Class<?> contract, Object neighbour) {
		Class<?>[] types = { contract };
		return Proxy.newProxyInstance(contract.getClassLoader(), types, (proxy, method, arguments) -> {
			SecurityContext before = SecurityContextHolder.getContext();
			SecurityContextHolder.clearContext();
			try {
				return method.invoke(neighbour, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
			finally {
				SecurityContextHolder.setContext(before);
			}
		});
	}

}
