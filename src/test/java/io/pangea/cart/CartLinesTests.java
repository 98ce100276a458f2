package io.pangea.cart;

import java.time.Instant;

import io.pangea.cart.Cart.Notice;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CartLinesTests {

	@Test
	void multipliesThePriceOfToday() {
		Cart.Line line = line("EUR 12.50", true, 7);
		assertThat(line.total()).isEqualTo(Money.parse("EUR 37.50"));
		assertThat(line.priceWhenAdded()).isEqualTo(Money.parse("EUR 10.00"));
		assertThat(line.available()).isEqualTo(7);
	}

	@Test
	void hasNothingToSayWhenNothingChanged() {
		assertThat(line("EUR 10.00", true, 3).notices()).isEmpty();
		assertThat(line("EUR 10.00", true, null).notices()).isEmpty();
	}

	@Test
	void saysThatThePriceRose() {
		assertThat(line("EUR 10.01", true, 3).notices()).containsExactly(Notice.PRICE_ROSE);
	}

	@Test
	void saysThatThePriceFell() {
		assertThat(line("EUR 9.99", true, 3).notices()).containsExactly(Notice.PRICE_FELL);
	}

	@Test
	void saysThatLessIsAvailableAndStillCountsTheLine() {
		assertThat(line("EUR 10.00", true, 2).notices()).containsExactly(Notice.LESS_AVAILABLE);
		assertThat(line("EUR 10.00", true, 2).buyable()).isTrue();
	}

	@Test
	void saysThatNothingIsLeftAndDoesNotCountTheLine() {
		assertThat(line("EUR 11.00", true, 0).notices()).containsExactly(Notice.PRICE_ROSE, Notice.SOLD_OUT);
		assertThat(line("EUR 11.00", true, 0).buyable()).isFalse();
	}

	@Test
	void saysThatAProductIsNotSoldAnyMore() {
		Cart.Line line = line("EUR 11.00", false, 5);
		assertThat(line.notices()).containsExactly(Notice.WITHDRAWN);
		assertThat(line.available()).isZero();
		assertThat(line.buyable()).isFalse();
	}

	@Test
	void takesAProductInAnotherCurrencyForWithdrawn() {
		Cart.Line line = line("GBP 9.00", true, 5);
		assertThat(line.notices()).containsExactly(Notice.WITHDRAWN);
		assertThat(line.price()).isEqualTo(Money.parse("EUR 10.00"));
	}

	private static Cart.Line line(String price, boolean onSale, @Nullable Integer available) {
		ProductId id = ProductId.next();
		return CartLines.line(StoredLine.of(id, 3, Money.parse("EUR 10.00")),
				new SeenProduct(id, "teapot", "Teapot", null, true, Money.parse(price), onSale, Instant.now()),
				available);
	}

}
