package io.pangea.videos;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a film while its file is uploaded and made ready. Each step may be
 * repeated; one that leads nowhere is a {@link VideoStepRefused}.
 */
@Component
@Transactional
class Lifecycle {

	private final Films films;

	private final JdbcClient jdbc;

	Lifecycle(Films films, JdbcClient jdbc) {
		this.films = films;
		this.jdbc = jdbc;
	}

	void uploading(VideoId id) {
		change(id, Film::uploading);
	}

	void transcoding(VideoId id) {
		change(id, Film::transcoding);
	}

	/**
	 * @param media is asked for when nobody else changes the film any more
	 */
	void ready(VideoId id, Supplier<Media> media) {
		change(id, (film) -> film.ready(media.get()));
	}

	/** There are others now, or fewer. */
	void subtitled(VideoId id, Supplier<List<String>> languages) {
		change(id, (film) -> film.subtitled(languages.get()));
	}

	void failed(VideoId id, String reason) {
		change(id, (film) -> film.failed(reason));
	}

	private void change(VideoId id, Consumer<Film> step) {
		this.films.change(id, step);
	}

	/** Whether everybody may see it now. */
	@Transactional(readOnly = true)
	boolean published(VideoId id) {
		return this.jdbc.sql("""
				select state = 'PUBLISHED' and videos.available(available_from, available_until)
				from videos.films where id = ?""").param(id.value()).query(Boolean.class).optional().orElse(false);
	}

	/**
	 * @throws VideoNotFound when there is none
	 */
	@Transactional(readOnly = true)
	VideoState state(VideoId id) {
		return this.jdbc.sql("select state from videos.films where id = ?")
			.param(id.value())
			.query((row, number) -> VideoState.valueOf(row.getString(1)))
			.optional()
			.orElseThrow(() -> new VideoNotFound(id.toString()));
	}

	/** Lets everybody see it. */
	void publish(VideoId id) {
		change(id, (film) -> film.publish(Instant.now()));
	}

	void withdraw(VideoId id) {
		change(id, (film) -> film.withdraw(Instant.now()));
	}

	/** Films whose window opened or closed and nobody was told. */
	@Transactional(readOnly = true)
	List<VideoId> overdue(int most) {
		return this.films.overdue(most);
	}

	void keepTime(VideoId id) {
		change(id, (film) -> film.keepTime(Instant.now()));
	}

}
