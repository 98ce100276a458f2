package io.pangea.platform.identity;

import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.pangea.platform.topology.Topology;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who is calling: API calls bring a bearer token, pages bring the same token in a cookie.
 * Nothing is kept between requests, so any instance can answer any of them. What a caller
 * may do is said by the contracts and the pages themselves.
 */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'self'; "
			+ "form-action 'self'; frame-ancestors 'none'";

	/**
	 * Keys come from the module that owns them when it runs here, else from the address
	 * they are published at.
	 */
	@Bean
	JwtDecoder jwtDecoder(ObjectProvider<JWKSource<SecurityContext>> keys,
			@Value("${pangea.identity.issuer:pangea}") String issuer,
			@Value("${pangea.identity.jwks-uri}") String jwksUri, TaskScheduler scheduler, JdbcClient jdbc) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256,
				keys.stream().findFirst().orElseGet(() -> remoteKeys(jwksUri, scheduler, jdbc))));
		// Validated by the decoder, with its clock skew.
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
		return decoder;
	}

	private static RemoteKeys remoteKeys(String address, TaskScheduler scheduler, JdbcClient jdbc) {
		RemoteKeys keys = new RemoteKeys(new PublishedKeys(URI.create(address)), new RememberedKeys(address, jdbc),
				Duration.ofMinutes(5));
		var _ = scheduler.scheduleWithFixedDelay(keys::refresh, RemoteKeys.LOOK);
		return keys;
	}

	@Bean
	JwtAuthenticationConverter jwtAuthenticationConverter() {
		JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
		authorities.setAuthoritiesClaimName("roles");
		authorities.setAuthorityPrefix("ROLE_");
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(authorities);
		return converter;
	}

	/** Only where some modules run elsewhere do modules have to prove who they are. */
	@Bean
	@ConditionalOnProperty("pangea.service-secret")
	ServiceTokens serviceTokens(@Value("${pangea.service-secret}") String secret, Topology topology) {
		return new ServiceTokens(secret, topology.running());
	}

	@Bean
	CallerTokens callerTokens(JwtDecoder decoder, JwtAuthenticationConverter converter,
			ObjectProvider<ServiceTokens> modules) {
		return new CallerTokens(decoder, converter, modules.getIfAvailable());
	}

	/**
	 * No text with control characters gets in, since PostgreSQL cannot store all of them.
	 */
	@Bean
	StrictHttpFirewall httpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value.indexOf('\0') < 0);
		return firewall;
	}

	/**
	 * Requests and calls between modules are measured already; to measure each security
	 * filter as well is work at every request, for meters nobody reads.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	@Order(1)
	SecurityFilterChain operations(HttpSecurity http, ApiProblems problems, CallerTokens tokens) {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.to("health", "info"))
				.permitAll()
				.anyRequest()
				.hasRole("ADMIN"))
			.with(new BearerTokens(problems, tokens), (configured) -> {
			})
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, ApiProblems problems, CallerTokens tokens) {
		return http.securityMatcher("/api/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.with(new BearerTokens(problems, tokens), (configured) -> {
			})
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, JwtDecoder decoder, JwtAuthenticationConverter converter,
			@Value("${pangea.identity.session-cookie:session}") String cookie,
			@Value("${pangea.identity.sign-in-page:/sign-in}") String signInPage) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// Without sessions every request of a signed-in person looks like a sign-in.
			// Were the token changed at each, a picture would void the form beside it.
			.csrf((csrf) -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new SessionCookieFilter(cookie, decoder, converter), AnonymousAuthenticationFilter.class)
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(new SignInPage(signInPage)))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(PAGE_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
				.permissionsPolicyHeader(
						(permissions) -> permissions.policy("camera=(), microphone=(), geolocation=()")))
			.build();
	}

}
