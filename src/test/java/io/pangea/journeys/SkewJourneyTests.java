package io.pangea.journeys;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import io.pangea.processes.TwoBuilds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journeys while a change is rolled out: in a store some modules of which are still
 * the previous build, in one where it is the others, and in one that is served by both
 * builds in turn, from a schema that the previous build made and this one migrated.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("skews")
@EnabledIf("io.pangea.processes.PreviousJar#isThere")
class SkewJourneyTests extends Journeys {

	private static final Set<String> SOME = new TreeSet<>(Set.of("accounts", "orders", "storefront"));

	private static final Set<String> OTHERS = others();

	private final Running store;

	SkewJourneyTests(Skew skew) {
		this.store = skew.running();
	}

	private static Set<String> others() {
		Set<String> others = Modules.ofTheHouse().names();
		others.removeAll(SOME);
		return others;
	}

	static Stream<Skew> skews() {
		String only = System.getProperty("topology");
		return Stream.of(new Skew("previous " + SOME, () -> TwoBuilds.apart(SOME)),
				new Skew("previous " + OTHERS, () -> TwoBuilds.apart(OTHERS)), new Skew("in turn", TwoBuilds::rolling))
			.filter((skew) -> only == null || skew.name.contains(only));
	}

	@Override
	Shop shop() {
		return this.store.shop();
	}

	@Override
	Staff staff() {
		return this.store.staff();
	}

	/** A way for two builds to be there; they run from the first journey to the last. */
	static final class Skew implements AutoCloseable {

		private final String name;

		private final Supplier<TwoBuilds> start;

		private @Nullable Running running;

		Skew(String name, Supplier<TwoBuilds> start) {
			this.name = name;
			this.start = start;
		}

		Running running() {
			if (this.running == null) {
				this.running = Running.of(this.start.get());
			}
			return this.running;
		}

		@Override
		public void close() {
			if (this.running != null) {
				this.running.close();
			}
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	record Running(TwoBuilds builds, Shop shop, Staff staff) implements AutoCloseable {

		static Running of(TwoBuilds builds) {
			Shop shop = new Shop(builds.address());
			return new Running(builds, shop, Staff.signedIn(shop, TwoBuilds.STAFF, builds.staffPassword()));
		}

		@Override
		public void close() {
			this.shop.close();
			this.builds.close();
		}

	}

}
