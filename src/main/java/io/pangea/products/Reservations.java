package io.pangea.products;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pangea.products.ReservationRequest.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock held back for orders. The row of a reservation is locked before any stock, and
 * stock in the order of product ids, so that none of it can deadlock.
 */
@Component
@Transactional
class Reservations {

	private final JdbcClient jdbc;

	private final Assortment assortment;

	private final Stock stock;

	Reservations(JdbcClient jdbc, Assortment assortment, Stock stock) {
		this.jdbc = jdbc;
		this.assortment = assortment;
		this.stock = stock;
	}

	Reservation hold(ReservationId id, ReservationRequest request) {
		if (insert(id, request.holdFor()) == 0) {
			return repeated(id, request);
		}
		Map<ProductId, Product> products = this.assortment
			.findAll(request.lines().stream().map(Line::productId).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(Product::id, Function.identity()));
		SortedMap<UUID, Long> held = new TreeMap<>();
		int position = 0;
		for (Line line : request.lines()) {
			boolean counted = isCounted(products.get(line.productId()), line.productId());
			insert(id, position++, line, counted ? line.quantity() : 0);
			if (counted) {
				held.merge(line.productId().value(), (long) line.quantity(), Long::sum);
			}
		}
		held.forEach((product, quantity) -> this.stock.hold(new ProductId(product), quantity));
		return find(id, false);
	}

	private static boolean isCounted(@Nullable Product product, ProductId id) {
		if (product == null || product.description().status() != ProductStatus.ACTIVE) {
			throw new ProductNotFound(id.toString());
		}
		return product.description().kind() == ProductKind.PHYSICAL;
	}

	private int insert(ReservationId id, Duration holdFor) {
		return this.jdbc.sql("""
				insert into products.reservations (id, status, expires_at)
				values (:id, 'HELD', now() + :holdFor * interval '1 millisecond')
				on conflict do nothing""").param("id", id.value()).param("holdFor", holdFor.toMillis()).update();
	}

	private void insert(ReservationId id, int position, Line line, int held) {
		this.jdbc.sql("""
				insert into products.reservation_lines (reservation_id, position, product_id, quantity, held)
				values (?, ?, ?, ?, ?)""")
			.params(id.value(), position, line.productId().value(), line.quantity(), held)
			.update();
	}

	private Reservation repeated(ReservationId id, ReservationRequest request) {
		Reservation reservation = find(id, false);
		if (reservation.status() == Reservation.Status.RELEASED) {
			throw new ReservationExpired(id);
		}
		if (!reservation.lines().equals(request.lines())) {
			throw new ReservationDiffers(id);
		}
		return reservation;
	}

	Reservation commit(ReservationId id) {
		Reservation reservation = find(id, true);
		return switch (reservation.status()) {
			case COMMITTED -> reservation;
			case RELEASED -> throw new ReservationExpired(id);
			case HELD -> {
				held(id).forEach(this.stock::take);
				yield become(reservation, Reservation.Status.COMMITTED);
			}
		};
	}

	/**
	 * Gives the stock back that a reservation still holds. One that is not known yet is
	 * released beforehand: the call that is to make it may be late, and nobody would wait
	 * for it.
	 * @return whether it held any
	 */
	boolean release(ReservationId id) {
		boolean held = this.jdbc.sql("""
				insert into products.reservations as known (id, status, expires_at) values (?, 'RELEASED', now())
				on conflict (id) do update set status = 'RELEASED' where known.status = 'HELD'
				returning xmax <> 0""").param(id.value()).query(Boolean.class).optional().orElse(false);
		if (held) {
			held(id).forEach(this.stock::giveBack);
		}
		return held;
	}

	@Transactional(readOnly = true)
	List<ReservationId> expired(int limit) {
		return this.jdbc
			.sql("select id from products.reservations where status = 'HELD' and expires_at < now() "
					+ "order by expires_at limit ?")
			.param(limit)
			.query((row, number) -> new ReservationId(row.getObject("id", UUID.class)))
			.list();
	}

	private Reservation become(Reservation reservation, Reservation.Status status) {
		this.jdbc.sql("update products.reservations set status = ? where id = ?")
			.params(status.name(), reservation.id().value())
			.update();
		return new Reservation(reservation.id(), status, reservation.lines(), reservation.expiresAt());
	}

	private SortedMap<ProductId, Long> held(ReservationId id) {
		SortedMap<ProductId, Long> held = new TreeMap<>(Comparator.comparing(ProductId::value));
		this.jdbc.sql("""
				select product_id, sum(held) as held from products.reservation_lines
				where reservation_id = ? and held > 0 group by product_id""").param(id.value()).query((row) -> {
			held.put(new ProductId(row.getObject("product_id", UUID.class)), row.getLong("held"));
		});
		return held;
	}

	private Reservation find(ReservationId id, boolean lock) {
		List<Line> lines = this.jdbc.sql("""
				select product_id, quantity from products.reservation_lines where reservation_id = ?
				order by position""")
			.param(id.value())
			.query((row, number) -> new Line(new ProductId(row.getObject("product_id", UUID.class)),
					row.getInt("quantity")))
			.list();
		return this.jdbc
			.sql("select status, expires_at from products.reservations where id = ?" + (lock ? " for update" : ""))
			.param(id.value())
			.query((row, number) -> {
				Instant expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
				return new Reservation(id, Reservation.Status.valueOf(row.getString("status")), lines, expiresAt);
			})
			.optional()
			.orElseThrow(() -> new ReservationNotFound(id));
	}

}
