package io.pangea.journeys;

/** The store that journeys are made in. */
interface Store {

	/** The store under test. */
	Shop shop();

	/** Somebody who works there. */
	Staff staff();

	/** Whether every build of it that is there knows a module. */
	default boolean has(String module) {
		return true;
	}

	/** Whether every build of it that is there answers staff at an address. */
	default boolean offers(String path) {
		return true;
	}

}
