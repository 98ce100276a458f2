package io.pangea.laws.broken.errors;

/** An error callers are to see, of a kind nobody makes problems of. */
public class NotForProblems extends Exception {

	public NotForProblems() {
		super("something");
	}

}
