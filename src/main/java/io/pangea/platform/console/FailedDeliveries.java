package io.pangea.platform.console;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Deliveries that failed, as far as they are known.
 *
 * @param more whether there are more of them than are listed
 * @param silent modules whose process did not answer, so that theirs are missing
 */
public record FailedDeliveries(List<FailedDelivery> items, boolean more, SortedSet<String> silent) {

	/**
	 * All of them, each once: processes that share a database have the same ones.
	 */
	static FailedDeliveries together(Collection<FailedDeliveries> parts, SortedSet<String> silent) {
		Collection<FailedDelivery> items = parts.stream()
			.flatMap((part) -> part.items().stream())
			.collect(Collectors.<FailedDelivery, UUID, FailedDelivery>toMap(FailedDelivery::id, (it) -> it,
					(one, same) -> one))
			.values();
		return new FailedDeliveries(items.stream().sorted(FailedDelivery.ORDER).toList(),
				parts.stream().anyMatch(FailedDeliveries::more), silent);
	}

}
