package io.pangea.platform.topology;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.pangea.platform.Modules;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The settings say which modules run here and where the others are, or are refused in a
 * sentence.
 */
class TopologyTests {

	private static final SortedSet<String> MODULES = new TreeSet<>(Set.of("cart", "orders", "payments"));

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private final MockEnvironment settings = new MockEnvironment();

	@Test
	void allModulesRunUnlessSomeAreNamed() {
		assertThat(topology()).isEqualTo(new Topology(MODULES, Map.of()));
	}

	@Test
	void modulesThatAreNotNamedAreElsewhere() {
		this.settings.withProperty("pangea.run", "payments, cart").withProperty("pangea.service-secret", SECRET);
		assertThat(topology())
			.isEqualTo(new Topology(Set.of("payments", "cart"), Map.of("orders", URI.create("http://orders:8080"))));
	}

	@Test
	void allModulesRunButThoseThatAreLeftOut() {
		this.settings.withProperty("pangea.run", "-payments").withProperty("pangea.service-secret", SECRET);
		assertThat(topology().running()).containsExactlyInAnyOrder("cart", "orders");
	}

	@Test
	void refusesToLeaveOutWhatIsNotThere() {
		this.settings.withProperty("pangea.run", "-payment");
		assertRefused("pangea.run names what is no module: payment", "cart, orders, payments");
		this.settings.withProperty("pangea.run", "-cart,-orders,-payments");
		assertRefused("pangea.run names no module", "pangea.run=cart");
	}

	@Test
	void anAddressMayBeGiven() {
		this.settings.withProperty("pangea.run", "payments,cart")
			.withProperty("pangea.service-secret", SECRET)
			.withProperty("pangea.remote.orders", "https://orders.example/")
			.withProperty("pangea.remote.cart", "http://shared-settings.example");
		assertThat(topology().remotes()).containsOnly(Map.entry("orders", URI.create("https://orders.example")));
	}

	@Test
	void refusesUnknownNames() {
		this.settings.withProperty("pangea.run", "payment");
		assertRefused("pangea.run names what is no module: payment", "cart, orders, payments");
		this.settings.withProperty("pangea.run", "payments").withProperty("pangea.remote.order", "http://x");
		assertRefused("pangea.remote.<module> names what is no module: order", "cart, orders, payments");
	}

	@Test
	void refusesToRunNothing() {
		this.settings.withProperty("pangea.run", " ,");
		assertRefused("pangea.run names no module", "pangea.run=");
	}

	@Test
	void refusesAnAddressThatIsNone() {
		for (String address : new String[] { "orders:8080", "ftp://orders", "http://", "http://[" }) {
			this.settings.withProperty("pangea.run", "payments").withProperty("pangea.remote.orders", address);
			assertRefused("pangea.remote.orders is not an address: " + address, "http://host:port");
		}
	}

	@Test
	void refusesToSplitWithoutASecret() {
		this.settings.withProperty("pangea.run", "payments,cart");
		assertRefused("orders runs elsewhere, and pangea.service-secret is missing", "PANGEA_SERVICE_SECRET");
		this.settings.withProperty("pangea.service-secret", "short");
		assertRefused("orders runs elsewhere, and pangea.service-secret is too short", "32 bytes");
	}

	@Test
	void theModulesOfTheHouseAreThoseItDeclares() {
		assertThat(Modules.ofTheHouse().names()).contains("accounts", "orders", "storefront")
			.doesNotContain("platform", "testing", "journeys");
	}

	private Topology topology() {
		return Topology.of(this.settings, MODULES);
	}

	private void assertRefused(String description, String action) {
		assertThatExceptionOfType(TopologyInvalid.class).isThrownBy(this::topology)
			.satisfies((ex) -> assertThat(ex).hasMessageContaining(description))
			.satisfies((ex) -> assertThat(ex.action()).contains(action));
	}

}
