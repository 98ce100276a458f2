package io.pangea.journeys;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pangea.processes.PreviousJar;
import io.pangea.processes.TwoBuilds;
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

	private final Stage.Running store;

	SkewJourneyTests(Skew skew) {
		this.store = skew.running();
	}

	private static Set<String> others() {
		Set<String> others = PreviousJar.modules();
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
	public Shop shop() {
		return this.store.shop();
	}

	@Override
	public Staff staff() {
		return this.store.staff();
	}

	/** The previous build may lack modules, and then does not hand on calls of them. */
	@Override
	public boolean has(String module) {
		return PreviousJar.modules().contains(module);
	}

	/** Builds may answer in turn. */
	@Override
	public boolean offers(String path) {
		return IntStream.range(0, 10).allMatch((i) -> staff().get(path).status() == 200);
	}

	/** A way for two builds to be there. */
	static final class Skew extends Stage {

		Skew(String name, Supplier<TwoBuilds> builds) {
			super(name, () -> start(builds.get()));
		}

		private static Running start(TwoBuilds builds) {
			Shop shop = new Shop(builds.address());
			return new Running(builds::close, shop, Staff.signedIn(shop, TwoBuilds.STAFF, builds.staffPassword()));
		}

	}

}
