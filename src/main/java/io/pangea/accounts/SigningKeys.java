package io.pangea.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens. When the newest is too old, another is made; it signs
 * once it has been published for a while, so that whoever checks tokens knows it by then,
 * even if nobody could be asked just now. Its predecessors stay published for as long as
 * tokens they signed are valid. Read when first needed, and again when a token names a
 * key that is not known, since another instance may have made it.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

	/** For clocks that differ. */
	private static final Duration MARGIN = Duration.ofMinutes(10);

	private final SigningKeyRows rows;

	private final AccountSettings settings;

	private final InstantSource clock;

	private volatile List<SigningKey> known = List.of();

	@Autowired
	SigningKeys(SigningKeyRows rows, AccountSettings settings) {
		this(rows, settings, InstantSource.system());
	}

	SigningKeys(SigningKeyRows rows, AccountSettings settings, InstantSource clock) {
		this.rows = rows;
		this.settings = settings;
		this.clock = clock;
	}

	/** The key that signs now, with its private half. */
	ECKey current() {
		if (isOneDue(this.known) && isOneDue(read())) {
			this.rows.add(SigningKey.generate(this.known.isEmpty() ? 1 : this.known.getLast().number() + 1,
					this.clock.instant()));
			read();
		}
		List<SigningKey> keys = this.known;
		Instant noticed = this.clock.instant().minus(this.settings.keyNotice());
		return keys.reversed()
			.stream()
			.filter((key) -> !key.createdAt().isAfter(noticed))
			.findFirst()
			.orElse(keys.getFirst())
			.jwk();
	}

	/** The public halves of all keys that may have signed a valid token. */
	JWKSet published() {
		current();
		List<SigningKey> keys = read();
		Instant oldest = oldestSuccession();
		return publicKeys(IntStream.range(0, keys.size())
			.filter((i) -> i == keys.size() - 1 || keys.get(i + 1).createdAt().isAfter(oldest))
			.mapToObj(keys::get)
			.toList());
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		List<JWK> found = selector.select(publicKeys(this.known));
		return found.isEmpty() ? selector.select(publicKeys(read())) : found;
	}

	/** Forgets keys no valid token was signed with. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	@SchedulerLock(name = "accounts.forget-signing-keys")
	void forget() {
		this.rows.removeSucceededBefore(oldestSuccession());
	}

	private boolean isOneDue(List<SigningKey> keys) {
		return keys.isEmpty()
				|| keys.getLast().createdAt().plus(this.settings.keyLifetime()).isBefore(this.clock.instant());
	}

	/** Tokens of keys whose successor was made before are not valid any more. */
	private Instant oldestSuccession() {
		return this.clock.instant().minus(this.settings.keyNotice()).minus(this.settings.tokenLifetime()).minus(MARGIN);
	}

	private List<SigningKey> read() {
		List<SigningKey> keys = this.rows.read();
		this.known = keys;
		return keys;
	}

	private static JWKSet publicKeys(List<SigningKey> keys) {
		return new JWKSet(keys.stream().<JWK>map((key) -> key.jwk().toPublicJWK()).toList());
	}

}
