package io.pangea.platform.identity;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.platform.Modules;
import io.pangea.testing.SplitStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who signed in stays so, whatever becomes of the module that signs tokens. */
class KeyRotationTests {

	private static final String MINE = "/api/orders/mine";

	private static SplitStore store;

	private static Shop shop;

	@BeforeAll
	static void start() {
		Set<String> rest = new TreeSet<>(Modules.ofTheHouse().names());
		rest.remove("accounts");
		store = new SplitStore(List.of(Set.of("accounts"), rest), "pangea.accounts.key-notice=0s", "pangea.demo=false");
		shop = new Shop(store.addressOf("storefront"));
	}

	@AfterAll
	static void stop() {
		shop.close();
		store.close();
	}

	@Test
	void nobodyIsSignedOutByARotationOrWhileTheOwnerOfTheKeysIsAway() {
		Buyer early = Buyer.member(shop);
		early.get(MINE).ok();
		store.stop("accounts");
		early.get(MINE).ok();
		store.start("accounts");
		rotate();
		Buyer late = Buyer.member(shop);
		late.get(MINE).ok();
		early.get(MINE).ok();
		assertThat(keys()).isEqualTo(2);
		store.stop("accounts");
		late.get(MINE).ok();
		early.get(MINE).ok();
		store.stop("orders");
		store.start("orders");
		late.get(MINE).ok();
		early.get(MINE).ok();
		store.start("accounts");
	}

	@Test
	void tokensOfUnknownKeysDoNotKeepTheOwnerOfTheKeysBusy() throws Exception {
		Buyer member = Buyer.member(shop);
		double before = asked();
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads
				.invokeAll(Stream.generate(() -> (Callable<Integer>) () -> statusWith(forged())).limit(200).toList())
				.stream()
				.map(Future::resultNow)).containsOnly(401);
		}
		long seconds = (System.nanoTime() - start) / 1_000_000_000;
		assertThat(asked() - before).isBetween(1.0, seconds + 2.0);
		member.get(MINE).ok();
	}

	/** As if the key that signs had been in use for too long. */
	private static void rotate() {
		store.contextOf("accounts")
			.getBean(JdbcClient.class)
			.sql("update accounts.signing_keys set created_at = now() - interval '31 days'")
			.update();
		store.stop("accounts");
		store.start("accounts");
	}

	private static int keys() {
		return shop.get("/api/accounts/jwks").ok().body().get("keys").size();
	}

	private static double asked() {
		var timer = store.contextOf("accounts")
			.getBean(MeterRegistry.class)
			.find("http.server.requests")
			.tag("uri", "/api/accounts/jwks")
			.timer();
		return (timer != null) ? timer.count() : 0;
	}

	private static int statusWith(String token) {
		return shop.get(MINE, "Authorization", "Bearer " + token).status();
	}

	private static String forged() throws JOSEException {
		ECKey own = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(own.getKeyID()).build(),
				new JWTClaimsSet.Builder().issuer("pangea")
					.subject(UUID.randomUUID().toString())
					.expirationTime(Date.from(Instant.now().plusSeconds(60)))
					.build());
		token.sign(new ECDSASigner(own));
		return token.serialize();
	}

}
