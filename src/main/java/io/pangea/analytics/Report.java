package io.pangea.analytics;

/** What can be exported. */
public enum Report {

	SALES, FUNNEL, VIEWING, FILMS, RECOMMENDATIONS,

	/** Everything that was collected, one by one. */
	FACTS

}
