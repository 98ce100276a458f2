package io.pangea.platform.json;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jmolecules.ddd.types.Identifier;

import org.springframework.beans.BeanUtils;

/**
 * The typed ids of all modules: records that implement {@link Identifier} around one
 * {@link UUID}. On the wire and in the database they are just that UUID.
 */
public record Identifiers(List<Class<?>> types) {

	private static final Map<Class<?>, Function<UUID, Object>> CONSTRUCTORS = new ConcurrentHashMap<>();

	/** The UUID inside a typed id. */
	public static UUID valueOf(Object identifier) {
		return UUID.fromString(identifier.toString());
	}

	/** The typed id around a UUID. */
	public static Object of(Class<?> type, UUID value) {
		return CONSTRUCTORS.computeIfAbsent(type, Identifiers::constructor).apply(value);
	}

	private static Function<UUID, Object> constructor(Class<?> type) {
		try {
			Constructor<?> constructor = type.getConstructor(UUID.class);
			return (value) -> BeanUtils.instantiateClass(constructor, value);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalArgumentException(type.getName() + " is an Identifier but not a record around one UUID",
					ex);
		}
	}

}
