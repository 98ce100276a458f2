package io.pangea.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.pangea.products.ProductId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class StoredCartTests {

	private static final CartSettings LIMITS = new CartSettings(5, 3, Duration.ofDays(30), Duration.ofDays(365),
			Duration.ofDays(7), Duration.ofSeconds(1));

	private static final ProductId TEAPOT = ProductId.next();

	private static final ProductId LAMP = ProductId.next();

	private static final ProductId RUG = ProductId.next();

	private static final ProductId VASE = ProductId.next();

	private final StoredCart empty = new StoredCart(CartId.next(), null, null, Instant.now(), List.of(), 1);

	@Test
	void incrementsTheLineOfTheSameProductAtThePriceItWasPutIn() {
		StoredCart cart = this.empty.add(TEAPOT, 2, euros(10), LIMITS).add(TEAPOT, 1, euros(12), LIMITS);
		assertThat(cart.lines()).containsExactly(StoredLine.of(TEAPOT, 3, euros(10)));
	}

	@Test
	void keepsTheOrderInWhichProductsWerePutIn() {
		StoredCart cart = this.empty.add(LAMP, 1, euros(1), LIMITS)
			.add(TEAPOT, 1, euros(1), LIMITS)
			.change(LAMP, 2, euros(1), LIMITS);
		assertThat(cart.lines()).extracting(StoredLine::productId).containsExactly(LAMP, TEAPOT);
	}

	@Test
	void fillsALineUpToItsCapAndNotBeyond() {
		StoredCart full = this.empty.add(TEAPOT, 3, euros(10), LIMITS).add(TEAPOT, 2, euros(10), LIMITS);
		assertThatExceptionOfType(CartLimitExceeded.class)
			.isThrownBy(() -> full.add(TEAPOT, Integer.MAX_VALUE, euros(10), LIMITS))
			.returns(5, CartLimitExceeded::maximum);
		assertThatExceptionOfType(CartLimitExceeded.class).isThrownBy(() -> full.change(TEAPOT, 6, euros(10), LIMITS));
	}

	@Test
	void holdsProductsUpToItsCapAndNotBeyond() {
		StoredCart full = full();
		assertThat(full.add(RUG, 1, euros(10), LIMITS).quantityOf(RUG)).isEqualTo(2);
		assertThatExceptionOfType(CartLimitExceeded.class).isThrownBy(() -> full.add(VASE, 1, euros(10), LIMITS))
			.returns(3, CartLimitExceeded::maximum);
	}

	@Test
	void holdsOneCurrency() {
		StoredCart cart = this.empty.add(TEAPOT, 1, euros(10), LIMITS);
		assertThatExceptionOfType(CurrencyMismatch.class).isThrownBy(() -> cart.add(LAMP, 1, pounds(10), LIMITS))
			.returns("EUR", CurrencyMismatch::expected)
			.returns("GBP", CurrencyMismatch::actual);
	}

	@Test
	void acceptsAnotherCurrencyForItsOnlyProduct() {
		StoredCart cart = this.empty.add(TEAPOT, 1, euros(10), LIMITS).change(TEAPOT, 1, pounds(9), LIMITS);
		assertThat(cart.lines()).containsExactly(StoredLine.of(TEAPOT, 1, pounds(9)));
	}

	@Test
	void changesAQuantityAtTheNewPrice() {
		StoredCart cart = this.empty.add(TEAPOT, 3, euros(10), LIMITS).change(TEAPOT, 2, euros(12), LIMITS);
		assertThat(cart.lines()).containsExactly(StoredLine.of(TEAPOT, 2, euros(12)));
	}

	@Test
	void putsInAProductWhoseQuantityIsSet() {
		assertThat(this.empty.change(TEAPOT, 2, euros(12), LIMITS).quantityOf(TEAPOT)).isEqualTo(2);
	}

	@Test
	void removesALineSetToZero() {
		assertThat(full().change(LAMP, 0, euros(1), LIMITS).lines()).extracting(StoredLine::productId)
			.containsExactly(TEAPOT, RUG);
	}

	@Test
	void addsQuantitiesWhenMergingUpToTheCapOfALine() {
		StoredCart account = this.empty.add(TEAPOT, 2, euros(10), LIMITS).add(LAMP, 4, euros(20), LIMITS);
		StoredCart guest = this.empty.add(LAMP, 3, euros(21), LIMITS).add(TEAPOT, 1, euros(11), LIMITS);
		assertThat(account.merge(guest, LIMITS).lines()).containsExactly(StoredLine.of(TEAPOT, 3, euros(10)),
				StoredLine.of(LAMP, 5, euros(20)));
	}

	@Test
	void leavesOutProductsThatFindNoPlaceWhenMerging() {
		StoredCart account = this.empty.add(TEAPOT, 1, euros(10), LIMITS).add(LAMP, 1, euros(10), LIMITS);
		StoredCart guest = this.empty.add(RUG, 1, euros(10), LIMITS)
			.add(VASE, 1, euros(10), LIMITS)
			.add(LAMP, 1, euros(10), LIMITS);
		assertThat(account.merge(guest, LIMITS).lines()).extracting(StoredLine::productId, StoredLine::quantity)
			.containsExactly(tuple(TEAPOT, 1), tuple(LAMP, 2), tuple(RUG, 1));
	}

	@Test
	void leavesOutAnotherCurrencyWhenMerging() {
		StoredCart account = this.empty.add(TEAPOT, 1, euros(10), LIMITS);
		StoredCart guest = this.empty.add(LAMP, 1, pounds(10), LIMITS);
		assertThat(account.merge(guest, LIMITS)).isEqualTo(account);
		assertThat(this.empty.merge(guest, LIMITS).lines()).isEqualTo(guest.lines());
	}

	@Test
	void takesOutWhatWasBoughtAndLeavesTheRest() {
		StoredCart cart = full().add(TEAPOT, 2, euros(10), LIMITS);
		StoredCart rest = cart.takeOut(Map.of(TEAPOT, 2, LAMP, 4, VASE, 1));
		assertThat(rest.lines()).extracting(StoredLine::productId, StoredLine::quantity)
			.containsExactly(tuple(TEAPOT, 1), tuple(RUG, 1));
		assertThat(cart.missing(Map.of(TEAPOT, 2, LAMP, 4, VASE, 1))).isEqualTo(Map.of(TEAPOT, 0, LAMP, 3, VASE, 1));
	}

	private StoredCart full() {
		return this.empty.add(TEAPOT, 1, euros(10), LIMITS)
			.add(LAMP, 1, euros(10), LIMITS)
			.add(RUG, 1, euros(10), LIMITS);
	}

	private static Money euros(int amount) {
		return Money.of(CurrencyUnit.EUR, amount);
	}

	private static Money pounds(int amount) {
		return Money.of(CurrencyUnit.GBP, amount);
	}

}
