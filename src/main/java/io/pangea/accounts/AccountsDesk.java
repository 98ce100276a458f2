package io.pangea.accounts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountsDesk implements Accounts {

	private final AccountHolders holders;

	private final Directory directory;

	private final Membership membership;

	private final SavedAddresses addresses;

	private final SignIns signIns;

	private final AccessTokens tokens;

	private final SigningKeys keys;

	private final PasswordEncoder encoder;

	AccountsDesk(AccountHolders holders, Directory directory, Membership membership, SavedAddresses addresses,
			SignIns signIns, AccessTokens tokens, SigningKeys keys, PasswordEncoder encoder) {
		this.holders = holders;
		this.directory = directory;
		this.membership = membership;
		this.addresses = addresses;
		this.signIns = signIns;
		this.tokens = tokens;
		this.keys = keys;
		this.encoder = encoder;
	}

	@Override
	public void register(Registration registration) {
		// Encoded first, so that a taken address does not answer faster.
		String password = String.valueOf(this.encoder.encode(registration.password()));
		this.membership.open(AccountHolder.of(EmailAddress.of(registration.email()), registration.name(), password,
				List.of(Role.CUSTOMER)));
	}

	@Override
	public Session signIn(Credentials credentials) {
		AccountHolder holder = this.signIns.check(EmailAddress.of(credentials.email()), credentials.password());
		return this.tokens.issue(holder.account());
	}

	@Override
	public Account me() {
		return find(caller());
	}

	@Override
	public void deleteMe() {
		this.membership.end(caller());
	}

	@Override
	public List<Address> addresses() {
		return this.addresses.of(me().id());
	}

	@Override
	public Address saveAddress(AddressId id, PostalAddress address, boolean preferred) {
		Address saved = new Address(id, address, preferred);
		this.addresses.save(caller(), saved);
		return saved;
	}

	@Override
	public void removeAddress(AddressId id) {
		this.addresses.remove(caller(), id);
	}

	@Override
	public AccountPage list(@Nullable String q, @Nullable Role role, @Nullable String cursor, int limit) {
		return this.directory.page(q, role, cursor, limit);
	}

	@Override
	public Account find(AccountId id) {
		return this.holders.findById(id).orElseThrow(() -> new AccountNotFound(id)).account();
	}

	@Override
	public Account assignRoles(AccountId id, List<Role> roles) {
		return this.membership.assign(id, roles).account();
	}

	@Override
	public Map<String, Object> jwks() {
		return this.keys.published().toJSONObject();
	}

	private static AccountId caller() {
		return AccountId.ofCaller().orElseThrow(() -> new AccessDeniedException("Only people have accounts"));
	}

}
