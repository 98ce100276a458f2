package io.pangea.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The addresses accounts have saved; at most one of an account is preferred. */
@Component
class SavedAddresses {

	private final JdbcClient jdbc;

	private final AccountHolders holders;

	private final AccountSettings settings;

	private final TransactionOperations transactions;

	SavedAddresses(JdbcClient jdbc, AccountHolders holders, AccountSettings settings,
			TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.holders = holders;
		this.settings = settings;
		this.transactions = transactions;
	}

	List<Address> of(AccountId account) {
		return this.jdbc
			.sql("select * from accounts.addresses where account = :account order by preferred desc, recipient, id")
			.param("account", account.value())
			.query((row, index) -> address(row))
			.list();
	}

	/**
	 * @throws AccountNotFound when the account was deleted meanwhile
	 * @throws TooManyAddresses when it is one too many
	 */
	void save(AccountId account, Address address) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.holders.findWithLockById(account).isEmpty()) {
				throw new AccountNotFound(account);
			}
			refuseIfTooMany(account, address.id());
			if (address.preferred()) {
				this.jdbc.sql("update accounts.addresses set preferred = false where account = :account")
					.param("account", account.value())
					.update();
			}
			write(account, address);
		});
	}

	void remove(AccountId account, AddressId id) {
		this.jdbc.sql("delete from accounts.addresses where account = :account and id = :id")
			.param("account", account.value())
			.param("id", id.value())
			.update();
	}

	private void refuseIfTooMany(AccountId account, AddressId id) {
		int others = this.jdbc.sql("select count(*) from accounts.addresses where account = :account and id <> :id")
			.param("account", account.value())
			.param("id", id.value())
			.query(Integer.class)
			.single();
		if (others >= this.settings.addresses()) {
			throw new TooManyAddresses(this.settings.addresses());
		}
	}

	private void write(AccountId account, Address saved) {
		PostalAddress address = saved.address();
		this.jdbc.sql("""
				insert into accounts.addresses
				values (:account, :id, :recipient, :line1, :line2, :city, :region, :postalCode, :country, :preferred)
				on conflict (account, id) do update set
				  recipient = excluded.recipient, line1 = excluded.line1, line2 = excluded.line2,
				  city = excluded.city, region = excluded.region, postal_code = excluded.postal_code,
				  country = excluded.country, preferred = excluded.preferred
				""")
			.param("account", account.value())
			.param("id", saved.id().value())
			.param("recipient", address.recipient())
			.param("line1", address.line1())
			.param("line2", address.line2())
			.param("city", address.city())
			.param("region", address.region())
			.param("postalCode", address.postalCode())
			.param("country", address.country())
			.param("preferred", saved.preferred())
			.update();
	}

	private static Address address(ResultSet row) throws SQLException {
		PostalAddress address = new PostalAddress(row.getString("recipient"), row.getString("line1"),
				row.getString("line2"), row.getString("city"), row.getString("region"), row.getString("postal_code"),
				row.getString("country"));
		return new Address(new AddressId(row.getObject("id", UUID.class)), address, row.getBoolean("preferred"));
	}

}
