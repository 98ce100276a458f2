package io.pangea.recommendations;

import org.jspecify.annotations.Nullable;

/**
 * Why something is recommended, for a page to put into words.
 *
 * @param about the item it refers to; null when it refers to none
 * @param newest true for what nobody likes yet, and stands among the {@link Code#POPULAR}
 * for being one of the newest
 */
public record Reason(Code code, @Nullable Item about, @Nullable Boolean newest) {

	public Reason(Code code, @Nullable Item about) {
		this(code, about, null);
	}

	/** More may come; a page that does not know one says nothing. */
	public enum Code {

		/** Those who bought {@code about}, as this person did, like it. */
		YOU_BOUGHT,

		/** Those who watched {@code about}, as this person did, like it. */
		YOU_WATCHED,

		/** Those who like {@code about}, which this person looked at, like it. */
		YOU_LOOKED_AT,

		/** It is often bought together with {@code about}, which is in the cart. */
		GOES_WITH_CART,

		/** Those who like {@code about} like it. */
		OFTEN_TOGETHER,

		/** It is of the same genres as {@code about}. */
		SAME_GENRE,

		/** Many like it now. */
		POPULAR

	}

}
