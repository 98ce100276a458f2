package io.pangea.recommendations;

import java.util.HashMap;
import java.util.Map;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_FDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Trains the weights of EASE (Harald Steck, <em>Embarrassingly shallow autoencoders for
 * sparse data</em>, 2019): with G the numbers of people who like both of two items and
 * P&nbsp;=&nbsp;(G&nbsp;+&nbsp;λI)⁻¹, item i speaks for item j with
 * −P<sub>ij</sub>&nbsp;/&nbsp;P<sub>jj</sub>. It sees what a cosine does not: that what
 * everybody likes says little.
 */
final class Ease {

	private final FMatrixRMaj gram;

	private final int[] numbers;

	private final Map<Integer, Integer> indexes = new HashMap<>();

	/**
	 * @param items numbers of the items it is about
	 */
	Ease(int... items) {
		this.numbers = items;
		this.gram = new FMatrixRMaj(items.length, items.length);
		for (int i = 0; i < items.length; i++) {
			this.indexes.put(items[i], i);
		}
	}

	/**
	 * Says how many like both of two items; with an item and itself, how many like it.
	 * Other items are left out.
	 */
	void count(int a, int b, int people) {
		Integer i = this.indexes.get(a);
		Integer j = this.indexes.get(b);
		if (i != null && j != null) {
			this.gram.set(i, j, people);
			this.gram.set(j, i, people);
		}
	}

	/**
	 * Uses up what was counted, since the matrix is big. Of each item the strongest
	 * weights are kept, those that speak against another too.
	 */
	Map<Integer, Row> train(float regularisation, int neighbours) {
		int n = this.numbers.length;
		for (int i = 0; i < n; i++) {
			this.gram.set(i, i, this.gram.get(i, i) + regularisation);
		}
		FMatrixRMaj inverse = invert();
		Map<Integer, Row> rows = HashMap.newHashMap(n);
		Best best = new Best(neighbours);
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				if (i != j) {
					best.add(this.numbers[j], Math.abs(weight(inverse, i, j)));
				}
			}
			Row strongest = best.take();
			for (int k = 0; k < strongest.size(); k++) {
				int j = this.indexes.getOrDefault(strongest.items()[k], i);
				strongest.weights()[k] = weight(inverse, i, j);
			}
			rows.put(this.numbers[i], strongest);
		}
		return rows;
	}

	private static float weight(FMatrixRMaj inverse, int i, int j) {
		return -inverse.get(i, j) / inverse.get(j, j);
	}

	private FMatrixRMaj invert() {
		LinearSolverDense<FMatrixRMaj> solver = LinearSolverFactory_FDRM.chol(this.numbers.length);
		if (!solver.setA(this.gram)) {
			throw new IllegalStateException("The counts of likes contradict each other.");
		}
		FMatrixRMaj inverse = solver.modifiesA() ? new FMatrixRMaj(this.numbers.length, this.numbers.length)
				: this.gram;
		solver.invert(inverse);
		return inverse;
	}

}
