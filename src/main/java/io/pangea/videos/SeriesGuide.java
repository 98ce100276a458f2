package io.pangea.videos;

import java.util.List;

/** A series with all of it that can be watched, in the order it is told. */
public record SeriesGuide(Series series, List<Season> seasons) {

	public SeriesGuide {
		seasons = Lists.copy(seasons);
	}

	/** The episodes of one season. */
	public record Season(int number, List<Video> episodes) {

		public Season {
			episodes = Lists.copy(episodes);
		}

	}

}
