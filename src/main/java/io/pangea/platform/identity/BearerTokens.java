package io.pangea.platform.identity;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/**
 * Callers without cookies: a bearer token or nothing, no session, problems instead of
 * redirects.
 */
class BearerTokens extends AbstractHttpConfigurer<BearerTokens, HttpSecurity> {

	private final ApiProblems problems;

	private final CallerTokens tokens;

	BearerTokens(ApiProblems problems, CallerTokens tokens) {
		this.problems = problems;
		this.tokens = tokens;
	}

	@Override
	public void init(HttpSecurity http) {
		http.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((server) -> server
				.jwt((jwt) -> jwt.decoder(this.tokens::decode).jwtAuthenticationConverter(this.tokens::convert))
				.authenticationEntryPoint(this.problems)
				.accessDeniedHandler(this.problems)
				.withObjectPostProcessor(answering()))
			.exceptionHandling(
					(errors) -> errors.authenticationEntryPoint(this.problems).accessDeniedHandler(this.problems));
	}

	/** Also when it cannot be told whose token it is. */
	private ObjectPostProcessor<BearerTokenAuthenticationFilter> answering() {
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(BearerTokens.this.problems::commence);
				return filter;
			}
		};
	}

}
