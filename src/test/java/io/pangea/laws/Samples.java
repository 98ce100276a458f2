package io.pangea.laws;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Random;

import org.instancio.Instancio;
import org.instancio.Select;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Arbitrary but repeatable values of any type that may cross a boundary. */
public final class Samples {

	/** With two, none and three decimal places. */
	private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.USD, CurrencyUnit.JPY,
			CurrencyUnit.of("BHD"));

	private Samples() {
	}

	public static Object of(Type type, int seed) {
		Random random = new Random(seed);
		return Instancio.of(() -> type)
			.withSeed(seed)
			.lenient()
			.supply(Select.all(Money.class),
					() -> Money.ofMinor(CURRENCIES.get(random.nextInt(3)), random.nextInt(1_000_000)))
			.create();
	}

}
