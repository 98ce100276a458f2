package io.pangea.laws.broken;

import java.lang.reflect.Proxy;

/**
 * A boundary that looks at nothing: whoever calls gets through, with whatever transaction
 * open.
 */
public final class OpenGate {

	private OpenGate() {
	}

	public static Object to(Class<?> contract) {
		Class<?>[] types = { contract };
		return Proxy.newProxyInstance(contract.getClassLoader(), types, (proxy, method, arguments) -> null);
	}

}
