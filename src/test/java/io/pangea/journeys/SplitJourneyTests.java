package io.pangea.journeys;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.pangea.accounts.Accounts;
import io.pangea.platform.Modules;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.SplitStore;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journeys in a store that came apart: each module out on its own, the pages apart
 * from the rest, every module alone, and two instances of everything.
 * {@code -Dtopology=payments} runs one of them.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("topologies")
class SplitJourneyTests extends Journeys {

	private static final Set<String> MODULES = Modules.ofTheHouse().names();

	private final Stage.Running store;

	SplitJourneyTests(Split split) {
		this.store = split.running();
	}

	static List<Split> topologies() {
		String only = System.getProperty("topology");
		List<Split> splits = Stream
			.concat(MODULES.stream().map((module) -> Split.out(module, Set.of(module))), Stream
				.of(Split.out("pages", Set.of("storefront", "backoffice")), Split.all("all", 1), Split.all("twice", 2)))
			.filter((split) -> only == null || split.name.equals(only))
			.toList();
		if (splits.isEmpty()) {
			throw new IllegalArgumentException("No such topology: " + only);
		}
		return splits;
	}

	@Override
	public Shop shop() {
		return this.store.shop();
	}

	@Override
	public Staff staff() {
		return this.store.staff();
	}

	/** A way to come apart. */
	static final class Split extends Stage {

		private Split(String name, int instances, List<Set<String>> parts) {
			super(name, () -> start(new SplitStore(instances, parts)));
		}

		static Split all(String name, int instances) {
			return new Split(name, instances, MODULES.stream().map(Set::of).toList());
		}

		static Split out(String name, Set<String> modules) {
			return new Split(name, 1, SplitStore.withRest(List.of(modules)));
		}

		private static Running start(SplitStore store) {
			Shop shop = new Shop(store.addressOf("storefront"));
			Accounts accounts = store.contextOf("accounts").getBean(Boundaries.class).between(Accounts.class, "tests");
			return new Running(store::close, shop, LocalStaff.hired(shop, accounts));
		}

	}

}
