package io.pangea.laws.broken;

/** An error that does not say what sort it is. */
public class UndecidedError extends RuntimeException {

	public UndecidedError() {
		super("something");
	}

}
