package io.pangea.recommendations;

/**
 * How much two items go together by how many like them and how many like both: the cosine
 * of implicit feedback (Sarwar et al., <em>Item-based collaborative filtering
 * recommendation algorithms</em>, 2001), lowered where few agree, since two that agree on
 * something nobody else knows are no proof.
 */
final class Cosine {

	/** So many that agree count half. */
	private static final float FEW = 1;

	private Cosine() {
	}

	static float of(int both, int a, int b) {
		return (float) (both / Math.sqrt((double) a * b)) * both / (both + FEW);
	}

}
