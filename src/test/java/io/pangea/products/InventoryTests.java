package io.pangea.products;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pangea.products.Reservation.Status;
import io.pangea.products.ReservationRequest.Line;
import io.pangea.testing.StoreTest;
import io.pangea.testing.AtOnce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class InventoryTests {

	@Autowired
	ProductCatalog catalog;

	@Autowired
	Inventory inventory;

	@Autowired
	ReservationExpiry expiry;

	@Autowired
	JdbcClient jdbc;

	@Test
	void holdsBackAllLinesOrNone() {
		Product plenty = stocked(5);
		Product scarce = stocked(1);
		assertThatExceptionOfType(OutOfStock.class)
			.isThrownBy(() -> reserve(ReservationId.next(), line(plenty, 2), line(scarce, 2)))
			.satisfies((ex) -> assertThat(ex.productId()).isEqualTo(scarce.id()))
			.satisfies((ex) -> assertThat(ex.requested()).isEqualTo(2))
			.satisfies((ex) -> assertThat(ex.available()).isEqualTo(1));
		assertThat(available(plenty)).isEqualTo(5);
		Reservation held = reserve(ReservationId.next(), line(plenty, 2), line(scarce, 1), line(plenty, 1));
		assertThat(held.status()).isEqualTo(Status.HELD);
		assertThat(held.lines()).containsExactly(line(plenty, 2), line(scarce, 1), line(plenty, 1));
		assertThat(available(plenty)).isEqualTo(2);
		assertThat(available(scarce)).isZero();
	}

	@Test
	void holdsBackOncePerId() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		assertThat(reserve(id, line(product, 2))).isEqualTo(reserve(id, line(product, 2)));
		assertThat(available(product)).isEqualTo(3);
		assertThatExceptionOfType(ReservationDiffers.class).isThrownBy(() -> reserve(id, line(product, 3)));
	}

	/** A call that was given up may still be on its way. */
	@Test
	void holdsNothingForWhoComesAfterItWasReleased() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		release(id);
		assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> reserve(id, line(product, 2)));
		assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> commit(id));
		assertThat(available(product)).isEqualTo(5);
	}

	@Test
	void takesOutOfStockOnce() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		reserve(id, line(product, 2));
		assertThat(commit(id).status()).isEqualTo(Status.COMMITTED);
		assertThat(commit(id).status()).isEqualTo(Status.COMMITTED);
		release(id);
		assertThat(available(product)).isEqualTo(3);
		assertThat(Goods.asStaff(() -> this.catalog.setStock(product.id(), 3)).available()).isEqualTo(3);
	}

	@Test
	void givesBackOnce() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		reserve(id, line(product, 2));
		release(id);
		release(id);
		assertThat(available(product)).isEqualTo(5);
		assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> commit(id));
		assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> reserve(id, line(product, 2)));
		assertThatExceptionOfType(ReservationNotFound.class).isThrownBy(() -> commit(ReservationId.next()));
	}

	@Test
	void neverRunsOutOfDigitalItems() {
		Product film = add(Goods.digital(Goods.named("Film")));
		ReservationId id = ReservationId.next();
		assertThat(reserve(id, line(film, 1_000_000)).status()).isEqualTo(Status.HELD);
		assertThat(commit(id).status()).isEqualTo(Status.COMMITTED);
	}

	@Test
	void refusesWhatIsNotOnSale() {
		Product archived = add(Goods.with(Goods.named("Old"), ProductStatus.ARCHIVED));
		Product draft = add(Goods.with(Goods.digital(Goods.named("New")), ProductStatus.DRAFT));
		for (ProductId id : List.of(archived.id(), draft.id(), ProductId.next())) {
			assertThatExceptionOfType(ProductNotFound.class)
				.isThrownBy(() -> reserve(ReservationId.next(), new Line(id, 1)));
		}
	}

	@Test
	void keepsWhatIsReserved() {
		Product product = stocked(5);
		reserve(ReservationId.next(), line(product, 4));
		assertThatExceptionOfType(StockBelowReserved.class)
			.isThrownBy(() -> Goods.asStaff(() -> this.catalog.setStock(product.id(), 3)));
		assertThat(Goods.asStaff(() -> this.catalog.setStock(product.id(), 4)).available()).isZero();
	}

	@Test
	void refusesQuantitiesThatAddUpToTooMuch() {
		Product product = stocked(5);
		assertThatExceptionOfType(OutOfStock.class)
			.isThrownBy(() -> reserve(ReservationId.next(), line(product, Integer.MAX_VALUE), line(product, 10)));
	}

	@Test
	void letsReservationsExpire() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		reserve(id, line(product, 2));
		expire(id);
		this.expiry.releaseExpired();
		assertThat(available(product)).isEqualTo(5);
		assertThatExceptionOfType(ReservationExpired.class).isThrownBy(() -> commit(id));
	}

	@Test
	void letsAnyNumberOfReservationsExpireAtOnce() {
		this.jdbc.sql("""
				insert into products.reservations (id, status, expires_at)
				select gen_random_uuid(), 'HELD', now() - interval '1 minute' from generate_series(1, 1001)
				""").update();
		this.expiry.releaseExpired();
		assertThat(
				this.jdbc.sql("select count(*) from products.reservations where status = 'HELD' and expires_at < now()")
					.query(Long.class)
					.single())
			.isZero();
	}

	@RepeatedTest(5)
	void sellsTheLastUnitToOneOfTwoBuyers() {
		Product product = stocked(1);
		List<Callable<Object>> buyers = Stream
			.<Callable<Object>>generate(() -> () -> reserve(ReservationId.next(), line(product, 1)))
			.limit(2)
			.toList();
		assertThat(together(buyers)).filteredOn(Reservation.class::isInstance).hasSize(1);
		assertThat(available(product)).isZero();
	}

	@Test
	void sellsTwentyUnitsToTwentyOfFiftyBuyers() {
		Product first = stocked(20);
		Product second = stocked(20);
		List<Callable<Object>> buyers = IntStream.range(0, 50).<Callable<Object>>mapToObj((i) -> () -> {
			ReservationId id = ReservationId.next();
			if (i % 2 == 0) {
				reserve(id, line(first, 1), line(second, 1));
			}
			else {
				reserve(id, line(second, 1), line(first, 1));
			}
			return commit(id);
		}).toList();
		List<Object> results = together(buyers);
		assertThat(results).filteredOn(Reservation.class::isInstance).hasSize(20);
		assertThat(results).filteredOn(OutOfStock.class::isInstance).hasSize(30);
		assertThat(Goods.asStaff(() -> this.catalog.setStock(first.id(), 0)).available()).isZero();
	}

	@Test
	void repeatsOfOneReservationHoldBackOnce() {
		Product product = stocked(20);
		ReservationId id = ReservationId.next();
		List<Object> results = together(
				Stream.<Callable<Object>>generate(() -> () -> reserve(id, line(product, 2))).limit(10).toList());
		assertThat(results).allMatch(results.getFirst()::equals);
		assertThat(available(product)).isEqualTo(18);
	}

	@Test
	void countsStockRightWhileItSells() {
		Product product = stocked(30);
		List<Callable<Object>> all = IntStream.range(0, 40)
			.<Callable<Object>>mapToObj((i) -> (i % 2 == 0) ? () -> reserve(ReservationId.next(), line(product, 1))
					: () -> Goods.asStaff(() -> this.catalog.setStock(product.id(), 30)))
			.toList();
		assertThat(together(all)).noneMatch(Throwable.class::isInstance);
		assertThat(available(product)).isEqualTo(10);
	}

	@RepeatedTest(5)
	void eitherExpiresOrCommits() {
		Product product = stocked(5);
		ReservationId id = ReservationId.next();
		reserve(id, line(product, 2));
		expire(id);
		List<Object> results = together(List.of(() -> commit(id), () -> {
			this.expiry.releaseExpired();
			return "swept";
		}));
		boolean committed = results.getFirst() instanceof Reservation;
		assertThat(available(product)).isEqualTo(committed ? 3 : 5);
		assertThat(Goods.asStaff(() -> this.catalog.setStock(product.id(), 0)).available()).isZero();
	}

	private void expire(ReservationId id) {
		this.jdbc.sql("update products.reservations set expires_at = now() - interval '1 hour' where id = ?")
			.param(id.value())
			.update();
	}

	/** What calls made at the same moment return or throw. */
	private static List<Object> together(List<Callable<Object>> calls) {
		return AtOnce.all(calls).stream().map(InventoryTests::outcome).toList();
	}

	private static Object outcome(Future<Object> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			return Objects.requireNonNull(ex.getCause());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Product stocked(int onHand) {
		Product product = add(Goods.named("Reserved"));
		return Goods.asStaff(() -> this.catalog.setStock(product.id(), onHand));
	}

	private Product add(ProductDescription description) {
		return Goods.asStaff(() -> this.catalog.add(description, null));
	}

	private @Nullable Integer available(Product product) {
		return this.catalog.find(product.id()).available();
	}

	private static Line line(Product product, int quantity) {
		return new Line(product.id(), quantity);
	}

	private Reservation reserve(ReservationId id, Line... lines) {
		return Goods
			.asOrders(() -> this.inventory.reserve(id, new ReservationRequest(List.of(lines), Duration.ofMinutes(5))));
	}

	private Reservation commit(ReservationId id) {
		return Goods.asOrders(() -> this.inventory.commit(id));
	}

	private void release(ReservationId id) {
		Goods.asOrders(() -> {
			this.inventory.release(id);
			return true;
		});
	}

}
