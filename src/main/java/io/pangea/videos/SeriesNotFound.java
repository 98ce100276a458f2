package io.pangea.videos;

import java.util.NoSuchElementException;

/** There is no such series. */
public final class SeriesNotFound extends NoSuchElementException {

	private final String series;

	public SeriesNotFound(String series) {
		super("There is no series %s.".formatted(series));
		this.series = series;
	}

	public String series() {
		return this.series;
	}

}
