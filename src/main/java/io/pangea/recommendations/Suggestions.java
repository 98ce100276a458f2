package io.pangea.recommendations;

import java.util.Collections;
import java.util.List;

/**
 * What is recommended, best first, each item once.
 *
 * @param personal whether it follows from what this person did, looked at or has in the
 * cart, or from the item it is about; else it is what is popular
 * @param model version of the model that was asked; 0 while none was trained
 */
public record Suggestions(List<Suggestion> items, boolean personal, long model) {

	@SuppressWarnings("NullAway") // absent in JSON
	public Suggestions {
		items = (items != null) ? List.copyOf(items) : Collections.emptyList();
	}

}
