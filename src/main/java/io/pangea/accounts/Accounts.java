package io.pangea.accounts;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Who someone is: registering, signing in, their addresses, and the keys that sign their
 * tokens.
 */
@HttpExchange("/api/accounts")
@Validated
public interface Accounts {

	/**
	 * Asks for an account. The answer is the same whether or not the e-mail address is
	 * taken, so it cannot be used to find out who has an account; a repeat changes
	 * nothing.
	 */
	@PutExchange("/registrations")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("permitAll()")
	void register(@RequestBody @Valid Registration registration);

	/**
	 * Exchanges credentials for an access token. Signing out is forgetting the token.
	 * @throws SignInFailed when address and password do not belong together, whichever is
	 * wrong
	 * @throws TooManyAttempts when it failed too often with this address
	 */
	@PutExchange("/session")
	@PreAuthorize("permitAll()")
	Session signIn(@RequestBody @Valid Credentials credentials);

	/**
	 * The account of the caller.
	 * @throws AccountNotFound when it was deleted since the token was issued
	 */
	@GetExchange("/me")
	@PreAuthorize("hasRole('CUSTOMER')")
	Account me();

	/**
	 * Deletes the caller's account; repeating it changes nothing.
	 * @throws LastAdministrator when nobody else is an administrator
	 */
	@DeleteExchange("/me")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void deleteMe();

	/** The caller's saved addresses, the default one first. */
	@GetExchange("/me/addresses")
	@PreAuthorize("hasRole('CUSTOMER')")
	List<Address> addresses();

	/**
	 * Saves an address under an id the caller chose; one that is preferred takes the
	 * place of the one that was.
	 * @throws TooManyAddresses when the account has as many as it may have
	 */
	@PutExchange("/me/addresses/{id}")
	@PreAuthorize("hasRole('CUSTOMER')")
	Address saveAddress(@PathVariable AddressId id, @RequestBody @Valid PostalAddress address,
			@RequestParam(defaultValue = "false") boolean preferred);

	@DeleteExchange("/me/addresses/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('CUSTOMER')")
	void removeAddress(@PathVariable AddressId id);

	/**
	 * Accounts, the newest first. For staff only: to anybody else the store does not even
	 * say whether an e-mail address has an account.
	 * @param q part of the e-mail address or the name, or an address in whatever spelling
	 * @param role who holds it
	 */
	@GetExchange
	@PreAuthorize("hasRole('STAFF')")
	AccountPage list(@RequestParam(required = false) @OneLine @Size(max = 254) @Nullable String q,
			@RequestParam(required = false) @Nullable Role role,
			@RequestParam(required = false) @Pattern(regexp = Cursor.SHAPE) @Nullable String cursor,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/**
	 * Somebody's account, for staff.
	 * @throws AccountNotFound when there is none
	 */
	@GetExchange("/{id}")
	@PreAuthorize("hasRole('STAFF')")
	Account find(@PathVariable AccountId id);

	/**
	 * Sets the roles of an account, from its next signing in on. Everybody is a customer.
	 * @throws AccountNotFound when there is no such account
	 * @throws LastAdministrator when nobody else is an administrator and nobody would be
	 */
	@PutExchange("/{id}/roles")
	@PreAuthorize("hasRole('ADMIN')")
	Account assignRoles(@PathVariable AccountId id, @RequestBody List<@NotNull Role> roles);

	/** The public keys that verify access tokens, as a JSON Web Key Set (RFC 7517). */
	@GetExchange("/jwks")
	@PreAuthorize("permitAll()")
	Map<String, Object> jwks();

}
