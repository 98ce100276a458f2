package io.pangea.cart;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes carts, one transaction each, under the lock of the cart: of two changes at the
 * same moment the later one sees the earlier one.
 */
@Component
class CartChanges {

	/** Reading a cart keeps it, but writes that down once a day at most. */
	private static final Duration KEPT_FROM = Duration.ofDays(1);

	private final StoredCarts carts;

	private final Additions additions;

	private final CartSettings settings;

	private final ApplicationEventPublisher events;

	CartChanges(StoredCarts carts, Additions additions, CartSettings settings, ApplicationEventPublisher events) {
		this.carts = carts;
		this.additions = additions;
		this.settings = settings;
		this.events = events;
	}

	@Transactional
	StoredCart openForGuest(@Nullable String key) {
		CartId id = CartId.next();
		this.carts.openForGuest(id.value(), key, in(this.settings.guestExpiry()));
		CartId opened = (key != null) ? new CartId(this.carts.idByOpeningKey(key)) : id;
		StoredCart cart = this.carts.findById(opened).orElseThrow(() -> new CartNotFound(opened));
		if (key != null && !cart.untouched()) {
			throw new KeyReused(key);
		}
		return cart;
	}

	@Transactional
	StoredCart openForAccount(AccountId account) {
		return this.carts.findByOwner(account).orElseGet(() -> {
			this.carts.openForAccount(CartId.next().value(), account.value(), in(this.settings.accountExpiry()));
			return this.carts.findByOwner(account).orElseThrow();
		});
	}

	/** One moment of a cart. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	StoredCart find(CartId id, Caller caller) {
		return opened(this.carts.findById(id), id, caller);
	}

	@Transactional
	StoredCart keep(StoredCart cart) {
		Instant until = expiry(cart);
		if (cart.expiresAt().isAfter(until.minus(KEPT_FROM))) {
			return cart;
		}
		this.carts.keep(cart.id().value(), until);
		return cart.keptUntil(until);
	}

	@Transactional
	StoredCart add(CartId id, Caller caller, CartItem item, Money price, @Nullable String key) {
		StoredCart cart = locked(id, caller);
		if (this.additions.made(id, item, key)) {
			return cart;
		}
		this.additions.make(id, item, key);
		return put(cart, cart.add(item.productId(), item.quantity(), price, this.settings), item.productId());
	}

	@Transactional
	StoredCart change(CartId id, Caller caller, CartItem item, Money price) {
		StoredCart cart = locked(id, caller);
		return put(cart, cart.change(item.productId(), item.quantity(), price, this.settings), item.productId());
	}

	@Transactional
	StoredCart remove(CartId id, Caller caller, ProductId product) {
		StoredCart cart = locked(id, caller);
		return save(cart, cart.remove(product));
	}

	/** Locks the guest's cart before the account's, as all do who need both. */
	@Transactional
	StoredCart merge(CartId guestCart, CartId accountCart, Caller caller) {
		StoredCart guest = locked(guestCart, caller);
		if (guest.owner() != null) {
			return guest;
		}
		StoredCart account = locked(accountCart, caller);
		if (guest.lines().isEmpty()) {
			return account;
		}
		this.carts.save(guest.emptiedInto(accountCart));
		return save(account, account.merge(guest, this.settings));
	}

	@Transactional
	StoredCart takeOut(CartId id, UUID order, Map<ProductId, Integer> pieces) {
		StoredCart cart = this.carts.findLockedById(id).orElseThrow(() -> new CartNotFound(id));
		if (this.carts.takeOut(id.value(), order) == 0) {
			return cart;
		}
		if (cart.mergedInto() != null) {
			this.carts.findLockedById(cart.mergedInto())
				.ifPresent((other) -> save(other, other.takeOut(cart.missing(pieces))));
		}
		return save(cart, cart.takeOut(pieces));
	}

	private StoredCart locked(CartId id, Caller caller) {
		return opened(this.carts.findLockedById(id), id, caller);
	}

	private static StoredCart opened(Optional<StoredCart> cart, CartId id, Caller caller) {
		return cart.filter((it) -> !it.expired() && caller.mayOpen(it)).orElseThrow(() -> new CartNotFound(id));
	}

	private StoredCart put(StoredCart before, StoredCart after, ProductId product) {
		int added = after.quantityOf(product) - before.quantityOf(product);
		if (added > 0) {
			this.events.publishEvent(
					new CartItemAdded(UUID.randomUUID(), Instant.now(), after.id(), after.owner(), product, added));
		}
		return save(before, after);
	}

	/** Saves a change, which is a use. */
	private StoredCart save(StoredCart before, StoredCart after) {
		if (after.lines().equals(before.lines())) {
			return before;
		}
		return this.carts.save(after.keptUntil(expiry(after)));
	}

	private Instant expiry(StoredCart cart) {
		return in((cart.owner() != null) ? this.settings.accountExpiry() : this.settings.guestExpiry());
	}

	/** As exact as the database keeps it. */
	private static Instant in(Duration duration) {
		return Instant.now().plus(duration).truncatedTo(ChronoUnit.MICROS);
	}

}
