package io.pangea.videos;

import java.util.ArrayList;
import java.util.List;

/**
 * How large the pictures are that a film is offered in: its own size, or 1080 lines if it
 * has more, and two smaller ones. Nothing is made larger than it is.
 */
final class Ladder {

	private static final int TALLEST = 1080;

	private static final int[] STEPS = { 720, 480, 360, 240, 144 };

	private static final int RENDITIONS = 3;

	private Ladder() {
	}

	/** Heights in lines, the largest first. */
	static List<Integer> heights(int source) {
		List<Integer> heights = new ArrayList<>();
		int last = Math.max(2, Math.min(source, TALLEST) / 2 * 2);
		heights.add(last);
		for (int step : STEPS) {
			if (step <= last * 3 / 4 && heights.size() < RENDITIONS) {
				heights.add(step);
				last = step;
			}
		}
		return heights;
	}

}
