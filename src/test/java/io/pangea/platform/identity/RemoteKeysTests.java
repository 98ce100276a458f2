package io.pangea.platform.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteKeysTests {

	private final Owner owner = new Owner();

	private final Kept kept = new Kept();

	private final RemoteKeys keys = new RemoteKeys(this.owner, this.kept, Duration.ZERO);

	@Test
	void readsOnceWhateverComes() throws KeySourceException {
		String key = this.owner.publish();
		for (int i = 0; i < 100; i++) {
			assertThat(find(key)).hasSize(1);
		}
		assertThat(this.owner.asked).hasValue(1);
	}

	@Test
	void knowsKeysWhileTheirOwnerIsAway() throws KeySourceException {
		String key = this.owner.publish();
		assertThat(find(key)).hasSize(1);
		this.owner.away = true;
		this.keys.refresh();
		assertThat(find(key)).hasSize(1);
	}

	@Test
	void knowsKeyThatWasPublishedAheadWithoutAskingAnyMore() throws KeySourceException {
		this.owner.publish();
		this.keys.refresh();
		String next = this.owner.publish();
		Awaitility.await().until(() -> {
			this.keys.refresh();
			return this.owner.asked.get() > 1;
		});
		this.owner.away = true;
		assertThat(find(next)).hasSize(1);
	}

	@Test
	void knowsNewKeyAtOnce() throws KeySourceException {
		assertThat(find(this.owner.publish())).hasSize(1);
		assertThat(find(this.owner.publish())).hasSize(1);
	}

	@Test
	void knowsNewKeyAsSoonAsItsOwnerIsBack() throws KeySourceException {
		find(this.owner.publish());
		String made = this.owner.publish();
		this.owner.away = true;
		assertThat(find(made)).isEmpty();
		this.owner.away = false;
		Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(find(made)).hasSize(1));
	}

	@Test
	void asksOncePerSecondHoweverManyKeysAreUnknown() throws Exception {
		String key = this.owner.publish();
		assertThat(find(key)).hasSize(1);
		long start = System.nanoTime();
		assertThat(findMany(500)).allMatch(List::isEmpty);
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		assertThat(this.owner.asked.get()).isBetween(2, 2 + (int) took.toSeconds());
		assertThat(find(key)).hasSize(1);
	}

	@Test
	void doesNotAskAgainAndAgainWhoIsAway() throws Exception {
		find(this.owner.publish());
		this.owner.away = true;
		long start = System.nanoTime();
		assertThat(findMany(50)).allMatch(List::isEmpty);
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		assertThat(took).isLessThan(Duration.ofSeconds(3));
		assertThat(this.owner.asked.get()).isBetween(2, 2 + (int) took.toSeconds());
	}

	@Test
	void remembersKeysOverRestart() throws KeySourceException {
		String key = this.owner.publish();
		find(key);
		this.owner.away = true;
		RemoteKeys restarted = new RemoteKeys(this.owner, this.kept, Duration.ZERO);
		assertThat(restarted.get(selector(key), null)).hasSize(1);
	}

	@Test
	void saysSoWhenNoKeyWasEverKnown() {
		this.owner.away = true;
		assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> find("any"));
	}

	private List<JWK> find(String id) throws KeySourceException {
		return this.keys.get(selector(id), null);
	}

	private List<List<JWK>> findMany(int count) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads
				.invokeAll(IntStream.range(0, count)
					.<Callable<List<JWK>>>mapToObj((i) -> () -> find(UUID.randomUUID().toString()))
					.toList())
				.stream()
				.map(Future::resultNow)
				.toList();
		}
	}

	private static JWKSelector selector(String id) {
		return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
	}

	private static final class Owner implements RemoteKeys.Publisher {

		private final AtomicInteger asked = new AtomicInteger();

		private final List<JWK> published = new ArrayList<>();

		private volatile boolean away;

		String publish() {
			try {
				ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
				this.published.add(key);
				return key.getKeyID();
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public JWKSet read() throws KeySourceException {
			this.asked.incrementAndGet();
			if (this.away) {
				throw new RemoteKeySourceException("away", null);
			}
			return new JWKSet(this.published).toPublicJWKSet();
		}

	}

	private static final class Kept implements RemoteKeys.Memory {

		private final AtomicReference<@Nullable JWKSet> keys = new AtomicReference<>();

		@Override
		public @Nullable JWKSet recall() {
			return this.keys.get();
		}

		@Override
		public void remember(JWKSet keys) {
			this.keys.set(keys);
		}

	}

}
