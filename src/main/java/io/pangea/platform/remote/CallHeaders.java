package io.pangea.platform.remote;

import io.pangea.platform.identity.ModuleAuthentication;
import io.pangea.platform.identity.ServiceTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What goes along with a call to a module: who calls, in which language, as part of which
 * trace, and how long the caller waits.
 */
record CallHeaders(String module, ServiceTokens tokens) implements ClientHttpRequestInitializer {

	@Override
	public void initialize(ClientHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		String token = token(SecurityContextHolder.getContext().getAuthentication());
		if (token != null) {
			headers.setBearerAuth(token);
		}
		headers.set(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
		CallContext.currentHeaders().forEach(headers::set);
		headers.set(CallContext.TIMEOUT_HEADER, String.valueOf(CallContext.remaining().toMillis()));
	}

	private @Nullable String token(@Nullable Authentication caller) {
		return switch (caller) {
			case null -> null;
			case AnonymousAuthenticationToken nobody -> null;
			case JwtAuthenticationToken person -> person.getToken().getTokenValue();
			case ModuleAuthentication own -> this.tokens.issue(own.getPrincipal(), this.module);
			default -> throw new IllegalStateException(
					"Only those who come with a token can call another process: " + caller.getClass().getName());
		};
	}

}
