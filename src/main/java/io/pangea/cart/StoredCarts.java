package io.pangea.cart;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The carts there are. Who changes one holds its lock, so that no change is lost. */
interface StoredCarts extends Repository<StoredCart, CartId> {

	Optional<StoredCart> findById(CartId id);

	Optional<StoredCart> findByOwner(AccountId owner);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<StoredCart> findLockedById(CartId id);

	StoredCart save(StoredCart cart);

	void deleteById(CartId id);

	/** A guest's cart, unless the key opened one before. */
	@Modifying
	@Query("""
			insert into cart.carts (id, opening_key, expires_at, version) values (:id, :openingKey, :expiresAt, 1)
			on conflict (opening_key) do nothing
			""")
	void openForGuest(UUID id, @Nullable String openingKey, Instant expiresAt);

	/** An account's cart, unless it has one. */
	@Modifying
	@Query("""
			insert into cart.carts (id, owner, expires_at, version) values (:id, :owner, :expiresAt, 1)
			on conflict (owner) do nothing
			""")
	void openForAccount(UUID id, UUID owner, Instant expiresAt);

	@Query("select id from cart.carts where opening_key = :openingKey")
	UUID idByOpeningKey(String openingKey);

	@Modifying
	@Query("update cart.carts set expires_at = :expiresAt where id = :id and expires_at < :expiresAt")
	void keep(UUID id, Instant expiresAt);

	@Modifying
	@Query("delete from cart.carts where owner = :owner")
	void deleteByOwner(UUID owner);

	/** Writes down that an order's goods leave a cart; 0 when they left it before. */
	@Modifying
	@Query("insert into cart.orders_taken_out (cart, order_id) values (:cart, :order) on conflict do nothing")
	int takeOut(UUID cart, UUID order);

}
