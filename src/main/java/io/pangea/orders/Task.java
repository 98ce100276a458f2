package io.pangea.orders;

/**
 * What the saga does next with an order. {@code UNDO} gives money and stock back,
 * {@code NONE} means that nothing is left to do.
 */
enum Task {

	RESERVE, AUTHORISE, AWAIT_PAYER, CAPTURE, TAKE_STOCK, CLEAR_CART, UNDO, NONE;

	/**
	 * Whether an order may be given up when this step takes too long. Once the money is
	 * captured it may not: whether the goods are ours is for {@code products} to say.
	 */
	boolean endsAtDeadline() {
		return switch (this) {
			case RESERVE, AUTHORISE, AWAIT_PAYER, CAPTURE -> true;
			case TAKE_STOCK, CLEAR_CART, UNDO, NONE -> false;
		};
	}

}
