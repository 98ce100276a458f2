package io.pangea.laws;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.pangea.laws.broken.Forgetful;
import io.pangea.testing.StoreTest;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Law 3, only values cross: immutable records that survive a JSON round trip equal to
 * themselves.
 */
@StoreTest
class ValueTests {

	@Autowired
	JsonMapper json;

	@Test
	void everyValueOfAContractIsImmutable() {
		assertThat(values()).isNotEmpty().allSatisfy(ValueTests::isImmutable);
	}

	@Test
	void everyValueSurvivesTheWire() {
		assertThat(values().filter(Class::isRecord)).isNotEmpty().allSatisfy(this::survives);
	}

	@Test
	void bites() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> survives(Forgetful.class));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> isImmutable(StringBuilder.class));
	}

	private void survives(Class<?> type) {
		for (int seed = 0; seed < 20; seed++) {
			Object value = Samples.of(type, seed);
			String wire = this.json.writeValueAsString(value);
			assertThat((Object) this.json.readValue(wire, type)).as(wire).isEqualTo(value);
		}
	}

	private static void isImmutable(Class<?> type) {
		assertThat(type.isRecord() || type.isEnum() || type.isPrimitive() || type.getName().startsWith("java.time.")
				|| List.of(String.class, java.util.UUID.class, Money.class, Integer.class, Long.class, Boolean.class)
					.contains(type))
			.as("%s is a value", type)
			.isTrue();
	}

	/**
	 * Everything reachable from contracts and events; bytes that are streamed are not
	 * values.
	 */
	private static Stream<Class<?>> values() {
		Set<Class<?>> values = new LinkedHashSet<>();
		TheHouse.contractMethods().forEach((method) -> {
			collect(method.getGenericReturnType(), values);
			Stream.of(method.getGenericParameterTypes()).forEach((type) -> collect(type, values));
		});
		TheHouse.events().forEach((event) -> collect(event, values));
		values.removeAll(
				Set.of(void.class, Object.class, MultipartFile.class, Resource.class, InputStreamResource.class));
		return values.stream();
	}

	private static void collect(Type type, Set<Class<?>> values) {
		if (type instanceof ParameterizedType generic) {
			assertThat((Class<?>) generic.getRawType()).isIn(List.class, Set.class, Map.class);
			Stream.of(generic.getActualTypeArguments()).forEach((argument) -> collect(argument, values));
		}
		else if (type instanceof Class<?> plain && values.add(plain) && plain.isRecord()) {
			for (RecordComponent component : plain.getRecordComponents()) {
				collect(component.getGenericType(), values);
			}
		}
	}

}
