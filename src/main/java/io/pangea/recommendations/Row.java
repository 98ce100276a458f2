package io.pangea.recommendations;

/**
 * The items that go with one item, by number, strongest first; not to be changed once it
 * is shared. A weight below zero speaks against an item.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Row(int[] items, float[] weights) {

	static final Row EMPTY = new Row(new int[0], new float[0]);

	int size() {
		return this.items.length;
	}

}
