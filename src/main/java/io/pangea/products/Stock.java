package io.pangea.products;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many there are of what is counted. Every change is one statement that carries its
 * own guard, so that no two of them together can take what is not there.
 */
@Component
@Transactional
class Stock {

	private final JdbcClient jdbc;

	private final Announcements announcements;

	Stock(JdbcClient jdbc, Announcements announcements) {
		this.jdbc = jdbc;
		this.announcements = announcements;
	}

	@Transactional(readOnly = true)
	StockLevel of(ProductId id) {
		return level(id, "");
	}

	/**
	 * Sets how many there are.
	 * @return whether there were more or fewer before
	 */
	@Transactional(noRollbackFor = StockBelowReserved.class)
	boolean set(Product product, int onHand) {
		if (product.description().kind() == ProductKind.DIGITAL) {
			throw new InvalidField("onHand", "cannot be set for an item that is never out of stock");
		}
		ProductId id = product.id();
		StockLevel before = level(id, " for update");
		if (onHand < before.reserved()) {
			throw new StockBelowReserved(id, onHand, before.reserved());
		}
		this.jdbc.sql("update products.stock set on_hand = ? where product_id = ?").params(onHand, id.value()).update();
		if (onHand == before.reserved() && before.onHand() > before.reserved()) {
			this.announcements.ranOut(id);
		}
		return onHand != before.onHand();
	}

	private StockLevel level(ProductId id, String lock) {
		return this.jdbc.sql("select on_hand, reserved from products.stock where product_id = ?" + lock)
			.param(id.value())
			.query((row, number) -> new StockLevel(row.getInt("on_hand"), row.getInt("reserved")))
			.single();
	}

	/** Holds some back. */
	void hold(ProductId id, long quantity) {
		Integer left = this.jdbc.sql("""
				update products.stock set reserved = reserved + :quantity
				where product_id = :id and on_hand - reserved >= :quantity
				returning on_hand - reserved""")
			.param("quantity", quantity)
			.param("id", id.value())
			.query(Integer.class)
			.optional()
			.orElseThrow(
					() -> new OutOfStock(id, Math.toIntExact(Math.min(quantity, Integer.MAX_VALUE)), available(id)));
		if (left == 0) {
			this.announcements.ranOut(id);
		}
	}

	private int available(ProductId id) {
		return this.jdbc.sql("select on_hand - reserved from products.stock where product_id = ?")
			.param(id.value())
			.query(Integer.class)
			.single();
	}

	/** Takes what was held back out of stock. */
	void take(ProductId id, long held) {
		this.jdbc
			.sql("update products.stock set on_hand = on_hand - :held, reserved = reserved - :held "
					+ "where product_id = :id")
			.param("held", held)
			.param("id", id.value())
			.update();
	}

	/** Gives back what was held back. */
	void giveBack(ProductId id, long held) {
		this.jdbc.sql("update products.stock set reserved = reserved - :held where product_id = :id")
			.param("held", held)
			.param("id", id.value())
			.update();
	}

}
