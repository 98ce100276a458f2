package io.pangea.platform.problems;

/** A module that runs elsewhere failed for a reason its own log tells. */
public class ModuleFailed extends RuntimeException {

	public ModuleFailed(String answer) {
		super("A call of another module failed there: " + answer);
	}

}
