package io.pangea.recommendations;

import java.util.ArrayList;
import java.util.List;

/** One item that others are recommended for. */
record Seed(int item, float weight, Reason.Code code) {

	/** What was liked before so many others says nothing new. */
	static final int MOST = 25;

	/** After so many others, an item counts about a third. */
	private static final double FADING = 5;

	/** An item and why it is looked at. */
	record Cause(int item, Reason.Code code) {

	}

	/** Seeds of which the later ones count less. */
	static List<Seed> fading(List<Cause> latestFirst) {
		List<Seed> seeds = new ArrayList<>();
		for (Cause cause : latestFirst.subList(0, Math.min(MOST, latestFirst.size()))) {
			double weight = Math.exp(-seeds.size() / FADING);
			seeds.add(new Seed(cause.item(), (float) weight, cause.code()));
		}
		return seeds;
	}

}
