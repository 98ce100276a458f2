package io.pangea.products;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.github.f4b6a3.uuid.UuidCreator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Things to sell in tests, each with a SKU of its own. */
final class Goods {

	private Goods() {
	}

	static String sku() {
		return "T-" + UuidCreator.getRandomBased();
	}

	/** A word no other product has. */
	static String word() {
		return UuidCreator.getRandomBased().toString().replaceAll("[^a-f]", "").concat("qzx");
	}

	static ProductDescription named(String name) {
		return new ProductDescription(sku(), name, "Made for a test.", "garden-tools", "Tavoreth", ProductKind.PHYSICAL,
				dollars(1999), List.of("/media/demo/KIT-MUG-02.svg"), Map.of("Material", "Clay"),
				Map.of("pt-BR", new ProductDescription.Words(name + " pt", "Feito para um teste.")), null,
				ProductStatus.ACTIVE);
	}

	static ProductDescription priced(ProductDescription it, long cents) {
		return priced(it, dollars(cents));
	}

	static ProductDescription priced(ProductDescription it, Money price) {
		return new ProductDescription(it.sku(), it.name(), it.description(), it.category(), it.brand(), it.kind(),
				price, it.images(), it.attributes(), it.translations(), it.filmId(), it.status());
	}

	static ProductDescription branded(ProductDescription it, String category, @Nullable String brand) {
		return new ProductDescription(it.sku(), it.name(), it.description(), category, brand, it.kind(), it.price(),
				it.images(), it.attributes(), it.translations(), it.filmId(), it.status());
	}

	static ProductDescription with(ProductDescription it, ProductStatus status) {
		return new ProductDescription(it.sku(), it.name(), it.description(), it.category(), it.brand(), it.kind(),
				it.price(), it.images(), it.attributes(), it.translations(), it.filmId(), status);
	}

	static ProductDescription digital(ProductDescription it) {
		return new ProductDescription(it.sku(), it.name(), it.description(), it.category(), it.brand(),
				ProductKind.DIGITAL, it.price(), it.images(), it.attributes(), it.translations(), "film-1",
				it.status());
	}

	static Money dollars(long cents) {
		return Money.ofMinor(CurrencyUnit.USD, cents);
	}

	static <T> T asStaff(Callable<T> call) {
		return as("ROLE_STAFF", call);
	}

	static <T> T asOrders(Callable<T> call) {
		return as("MODULE_orders", call);
	}

	static <T> T as(String authority, Callable<T> call) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new TestingAuthenticationToken("test", "", authority));
		SecurityContextHolder.setContext(context);
		try {
			return call.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
