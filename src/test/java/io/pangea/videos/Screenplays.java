package io.pangea.videos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Films in tests, and who asks for them. */
final class Screenplays {

	static final Media MEDIA = new Media(95, List.of(new Media.Rendition(1280, 720)), List.of("en"), List.of("pt-BR"),
			"/media/demo/hero.svg", null, null);

	private Screenplays() {
	}

	/** A word no other film has. */
	static String word() {
		return UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("qzx");
	}

	static String slug() {
		return "s-" + UUID.randomUUID();
	}

	static VideoDescription titled(String title) {
		return new VideoDescription(title, null, "Made for a test.",
				Map.of("pt-BR", new Words(title + " pt", "Feito para um teste.")), List.of("drama", "short"),
				List.of(new CastMember("Ilda Tavoreth", "The lamp")), 2024, 0, VideoAccess.FREE, null,
				Availability.ALWAYS);
	}

	static VideoDescription during(VideoDescription it, @Nullable Instant from, @Nullable Instant until) {
		return of(it, it.genres(), it.minimumAge(), it.access(), it.episode(),
				new Availability(from, until, List.of()));
	}

	static VideoDescription of(VideoDescription it, List<String> genres, int minimumAge, VideoAccess access,
			@Nullable Episode episode, Availability availability) {
		return new VideoDescription(it.title(), it.originalTitle(), it.synopsis(), it.translations(), genres, it.cast(),
				it.year(), minimumAge, access, episode, availability);
	}

	static <T> T asStaff(Supplier<T> call) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new TestingAuthenticationToken("test", "", "ROLE_STAFF"));
		SecurityContextHolder.setContext(context);
		return ending(call);
	}

	static <T> T as(AccountId account, Supplier<T> call) {
		Jwt token = Jwt.withTokenValue("x").header("alg", "none").subject(account.toString()).build();
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"),
				account.toString()));
		SecurityContextHolder.setContext(context);
		return ending(call);
	}

	static void as(AccountId account, Runnable call) {
		as(account, () -> {
			call.run();
			return true;
		});
	}

	static <T> T asGuest(Supplier<T> call) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new TestingAuthenticationToken("guest", "", "ROLE_ANONYMOUS"));
		SecurityContextHolder.setContext(context);
		return ending(call);
	}

	private static <T> T ending(Supplier<T> call) {
		try {
			return call.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
