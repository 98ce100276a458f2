package io.pangea.accounts;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param tokenLifetime how long an access token is valid
 * @param keyLifetime how long a key signs tokens before a new one takes over
 * @param keyNotice how long a new key is published before it signs, so that whoever
 * checks tokens knows it by then
 * @param failedSignIns how many failed attempts to sign in with one e-mail address are
 * borne within the failure window
 * @param failureWindow how long failed attempts count
 * @param addresses how many addresses an account keeps
 * @param firstAdministrator e-mail address of the staff account that is created at the
 * start of a store nobody may administer; its password is shown once, in the log
 * @param keySecret what the keys that sign access tokens are encrypted with in the
 * database: 32 characters or more, best random, the same for all instances; without it
 * they are kept in clear. Who changes it deletes the keys, and everybody signs in again
 */
@ConfigurationProperties("pangea.accounts")
record AccountSettings(@DefaultValue("12h") Duration tokenLifetime, @DefaultValue("30d") Duration keyLifetime,
		@DefaultValue("1h") Duration keyNotice, @DefaultValue("10") int failedSignIns,
		@DefaultValue("15m") Duration failureWindow, @DefaultValue("20") int addresses,
		@Nullable String firstAdministrator, @Nullable String keySecret) {

	@Override
	public String toString() {
		return "AccountSettings";
	}

}
