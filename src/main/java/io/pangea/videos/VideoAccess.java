package io.pangea.videos;

/** Who may watch a film. */
public enum VideoAccess {

	/** Anybody, guests too. */
	FREE,

	/** Who bought it, or has a subscription. */
	SUBSCRIPTION,

	/** Who bought it. */
	PURCHASE

}
