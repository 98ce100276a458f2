package io.pangea.recommendations;

import java.util.Arrays;

/**
 * The so many items with the highest weights above zero; of equals the one with the
 * lowest number.
 */
final class Best {

	private final int most;

	/** Weight and item in one number that sorts like them. */
	private final long[] keys;

	private int size;

	Best(int most) {
		this.most = most;
		this.keys = new long[Math.max(2 * most, 64)];
	}

	void add(int item, float weight) {
		if (weight > 0) {
			if (this.size == this.keys.length) {
				keepBest();
			}
			this.keys[this.size++] = ((long) Float.floatToIntBits(weight) << 32) | (Integer.MAX_VALUE - item);
		}
	}

	private void keepBest() {
		Arrays.sort(this.keys, 0, this.size);
		if (this.size > this.most) {
			System.arraycopy(this.keys, this.size - this.most, this.keys, 0, this.most);
			this.size = this.most;
		}
	}

	/** What was added, and nothing is left. */
	Row take() {
		keepBest();
		int[] items = new int[this.size];
		float[] weights = new float[this.size];
		for (int i = 0; i < items.length; i++) {
			long key = this.keys[this.size - 1 - i];
			items[i] = Integer.MAX_VALUE - (int) key;
			weights[i] = Float.intBitsToFloat((int) (key >>> 32));
		}
		this.size = 0;
		return new Row(items, weights);
	}

}
