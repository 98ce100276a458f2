package io.pangea.platform.remote;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls of a module that runs elsewhere are made: {@code pangea.calls.<module>} or,
 * when there is none, {@code pangea.calls.default}.
 *
 * @param connectTimeout how long making a connection may take
 * @param readTimeout how long an answer may take, repeats included
 * @param pageTimeout the same for queries of a page, as somebody is looking at a blank
 * one meanwhile
 * @param uploadTimeout the same for calls that upload
 * @param retries how often a call is repeated that may be
 * @param retryDelay about how long to wait before the first repeat; it doubles from
 * repeat to repeat
 * @param concurrency how many calls of a kind, queries or commands, may be under way at
 * the same time
 * @param failureRate percentage of the last calls of a kind that have to fail before no
 * more are tried for a while
 * @param failureWindow how many calls are the last ones
 * @param pause how long the while is
 */
record CallSettings(@DefaultValue("1s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout,
		@DefaultValue("3s") Duration pageTimeout, @DefaultValue("10m") Duration uploadTimeout,
		@DefaultValue("2") int retries, @DefaultValue("50ms") Duration retryDelay, @DefaultValue("256") int concurrency,
		@DefaultValue("50") float failureRate, @DefaultValue("20") int failureWindow,
		@DefaultValue("2s") Duration pause) {

	Duration longest(RemoteOperation operation, boolean page) {
		if (operation.upload()) {
			return this.uploadTimeout;
		}
		boolean soon = page && operation.query() && this.pageTimeout.compareTo(this.readTimeout) < 0;
		return soon ? this.pageTimeout : this.readTimeout;
	}

}
