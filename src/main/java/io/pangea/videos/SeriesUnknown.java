package io.pangea.videos;

/** A film is said to be of a series that there is not. */
public final class SeriesUnknown extends IllegalArgumentException {

	private final String series;

	public SeriesUnknown(String series) {
		super("There is no series %s to put an episode into.".formatted(series));
		this.series = series;
	}

	public String series() {
		return this.series;
	}

}
