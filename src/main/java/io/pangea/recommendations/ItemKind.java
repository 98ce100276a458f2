package io.pangea.recommendations;

/** What can be recommended. */
public enum ItemKind {

	/** Of {@code products}. */
	PRODUCT,

	/** Of {@code videos}: a film or an episode. */
	FILM

}
