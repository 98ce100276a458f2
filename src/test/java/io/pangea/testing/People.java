package io.pangea.testing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Registration;
import io.pangea.accounts.Role;
import io.pangea.accounts.Session;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.stereotype.Component;

/** Somebody new at every call, registered and signed in; inject it into a store test. */
@Component
public class People {

	private final Accounts accounts;

	private final JwtDecoder decoder;

	private final JwtAuthenticationConverter converter;

	public People(Accounts accounts, JwtDecoder decoder, JwtAuthenticationConverter converter) {
		this.accounts = accounts;
		this.decoder = decoder;
		this.converter = converter;
	}

	/** Somebody with an account, and the bearer token that proves it. */
	public record Person(AccountId id, String email, String password, String token) {

	}

	public Person customer() {
		return person();
	}

	public Person staff() {
		return person(Role.STAFF);
	}

	public Person admin() {
		return person(Role.STAFF, Role.ADMIN);
	}

	/** Makes a call of a contract for a person. */
	public <T> T as(Person person, Supplier<T> call) {
		return as(Objects.requireNonNull(this.converter.convert(this.decoder.decode(person.token()))), call);
	}

	/** Makes a call of a contract for a person. */
	public void as(Person person, Runnable call) {
		as(person, () -> {
			call.run();
			return true;
		});
	}

	private Person person(Role... roles) {
		String email = "person-%s@pangea.example".formatted(UUID.randomUUID());
		String password = UUID.randomUUID().toString();
		this.accounts.register(new Registration(email, password, "A Person"));
		Session session = this.accounts.signIn(new Credentials(email, password));
		AccountId id = session.account().id();
		if (roles.length > 0) {
			as(new TestingAuthenticationToken("test", "", "ROLE_ADMIN"),
					() -> this.accounts.assignRoles(id, List.of(roles)));
			session = this.accounts.signIn(new Credentials(email, password));
		}
		return new Person(id, email, password, session.accessToken());
	}

	private static <T> T as(Authentication caller, Supplier<T> call) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(caller);
		SecurityContextHolder.setContext(context);
		try {
			return call.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
