package io.pangea.accounts;

/** What an account may do; {@code ROLE_} plus the name is the authority in its token. */
public enum Role {

	CUSTOMER, STAFF, ADMIN

}
