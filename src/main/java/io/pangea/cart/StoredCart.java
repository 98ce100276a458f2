package io.pangea.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What is in a cart, whatever it costs today. Every change answers the changed cart.
 *
 * @param mergedInto the account's cart its goods went to last, null while they never did
 */
@Table(schema = "cart", name = "carts")
record StoredCart(@Id CartId id, @Nullable AccountId owner, @Nullable CartId mergedInto, Instant expiresAt,
		@MappedCollection(idColumn = "cart", keyColumn = "position") List<StoredLine> lines, @Version long version) {

	boolean expired() {
		return !Instant.now().isBefore(this.expiresAt);
	}

	/** Whether nothing was ever put in. */
	boolean untouched() {
		return this.version == 1;
	}

	int quantityOf(ProductId product) {
		return line(product).map(StoredLine::quantity).orElse(0);
	}

	Optional<StoredLine> line(ProductId product) {
		return this.lines.stream().filter((line) -> line.productId().equals(product)).findFirst();
	}

	/** Adds pieces; a line that is there keeps the price it has. */
	StoredCart add(ProductId product, int quantity, Money price, CartSettings limits) {
		Money accepted = line(product).map(StoredLine::priceWhenAdded).orElse(price);
		long sum = (long) quantityOf(product) + quantity;
		return put(product, sum, accepted, limits);
	}

	/** Sets the pieces of a product and the price the customer saw; 0 removes it. */
	StoredCart change(ProductId product, int quantity, Money price, CartSettings limits) {
		return (quantity == 0) ? remove(product) : put(product, quantity, price, limits);
	}

	StoredCart remove(ProductId product) {
		return with(this.lines.stream().filter((line) -> !line.productId().equals(product)).toList());
	}

	/**
	 * Adds the goods of a guest's cart as far as there is place for them: up to the cap
	 * per product, then up to the number of products, all in one currency.
	 */
	StoredCart merge(StoredCart guest, CartSettings limits) {
		List<StoredLine> merged = new ArrayList<>();
		for (StoredLine line : this.lines) {
			long sum = (long) line.quantity() + guest.quantityOf(line.productId());
			merged.add(line.quantity((int) Math.max(line.quantity(), Math.min(sum, limits.pieces()))));
		}
		for (StoredLine line : guest.lines) {
			boolean fits = merged.size() < limits.products()
					&& (merged.isEmpty() || merged.getFirst().currency().equals(line.currency()));
			if (quantityOf(line.productId()) == 0 && fits) {
				merged.add(line);
			}
		}
		return with(merged);
	}

	/** The guest's cart after its goods went to an account's. */
	StoredCart emptiedInto(CartId account) {
		return new StoredCart(this.id, this.owner, account, this.expiresAt, List.of(), this.version);
	}

	/** Takes pieces out, as far as they are here. */
	StoredCart takeOut(Map<ProductId, Integer> pieces) {
		return with(this.lines.stream()
			.map((line) -> line.quantity(Math.max(0, line.quantity() - pieces.getOrDefault(line.productId(), 0))))
			.filter((line) -> line.quantity() > 0)
			.toList());
	}

	/** The pieces that are not here. */
	Map<ProductId, Integer> missing(Map<ProductId, Integer> pieces) {
		Map<ProductId, Integer> missing = new HashMap<>();
		pieces.forEach((product, quantity) -> missing.put(product, Math.max(0, quantity - quantityOf(product))));
		return missing;
	}

	StoredCart keptUntil(Instant instant) {
		return new StoredCart(this.id, this.owner, this.mergedInto, instant, this.lines, this.version);
	}

	private StoredCart put(ProductId product, long quantity, Money price, CartSettings limits) {
		if (quantity > limits.pieces()) {
			throw new CartLimitExceeded("pieces of one product", limits.pieces());
		}
		List<StoredLine> others = remove(product).lines;
		boolean added = others.size() == this.lines.size();
		if (added && others.size() >= limits.products()) {
			throw new CartLimitExceeded("different products", limits.products());
		}
		StoredLine put = StoredLine.of(product, (int) quantity, price);
		if (!others.isEmpty() && !others.getFirst().currency().equals(put.currency())) {
			throw new CurrencyMismatch(others.getFirst().currency(), put.currency());
		}
		List<StoredLine> changed = new ArrayList<>(this.lines);
		changed.replaceAll((line) -> line.productId().equals(product) ? put : line);
		if (added) {
			changed.add(put);
		}
		return with(changed);
	}

	private StoredCart with(List<StoredLine> changed) {
		return new StoredCart(this.id, this.owner, this.mergedInto, this.expiresAt, List.copyOf(changed), this.version);
	}

}
