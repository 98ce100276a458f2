package io.pangea.videos;

/** Another film is this episode already. */
public final class EpisodeTaken extends IllegalStateException {

	private final Episode episode;

	public EpisodeTaken(Episode episode) {
		super("Another film is episode %d of season %d of %s.".formatted(episode.number(), episode.season(),
				episode.series()));
		this.episode = episode;
	}

	public Episode episode() {
		return this.episode;
	}

}
