package io.pangea.recommendations;

/** The items that go with one item, by number, best first; not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Row(int[] items, float[] weights) {

	static final Row EMPTY = new Row(new int[0], new float[0]);

	int size() {
		return this.items.length;
	}

}
