package io.pangea.accounts;

/** A saved address of an account. */
public record Address(AddressId id, PostalAddress address, boolean preferred) {

}
