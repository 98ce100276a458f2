package io.pangea.analytics;

/** How long the periods of a report are, by the clock and calendar of its zone. */
public enum Grouping {

	HOUR, DAY,

	/** From Monday. */
	WEEK, MONTH,

	/** The whole range is one period. */
	TOTAL

}
