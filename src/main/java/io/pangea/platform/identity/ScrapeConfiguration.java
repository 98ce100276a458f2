package io.pangea.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets a program that collects metrics read them with a token that does not expire and is
 * good for nothing else; administrators' tokens last for hours.
 */
@ConditionalOnWebApplication
@ConditionalOnExpression("!'${pangea.scrape-token:}'.isEmpty()")
@Configuration(proxyBeanMethods = false)
class ScrapeConfiguration {

	@Bean
	@Order(0)
	SecurityFilterChain scrapes(HttpSecurity http, @Value("${pangea.scrape-token}") String token) {
		return http.securityMatcher(new AndRequestMatcher(EndpointRequest.to("prometheus"), new TokenMatcher(token)))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	/** In time that tells nothing about the token. */
	private static final class TokenMatcher implements RequestMatcher {

		private final byte[] expected;

		TokenMatcher(String token) {
			this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public boolean matches(HttpServletRequest request) {
			String given = request.getHeader(HttpHeaders.AUTHORIZATION);
			return given != null && MessageDigest.isEqual(this.expected, given.getBytes(StandardCharsets.UTF_8));
		}

	}

}
