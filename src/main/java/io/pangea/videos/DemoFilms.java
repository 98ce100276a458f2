package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an empty store some films, once, however many instances start: they are described
 * at once, and made ready and published in the background, after what staff sends.
 */
@Component
@ConditionalOnBooleanProperty({ "pangea.demo", "pangea.videos.demo" })
class DemoFilms implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(DemoFilms.class);

	private static final String DIRECTORY = "demo/films/";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Films films;

	private final SeriesShelf series;

	private final Reception reception;

	private final Subtitles subtitles;

	private final JsonMapper json;

	DemoFilms(JdbcClient jdbc, TransactionTemplate transaction, Films films, SeriesShelf series, Reception reception,
			Subtitles subtitles, JsonMapper json) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.films = films;
		this.series = series;
		this.reception = reception;
		this.subtitles = subtitles;
		this.json = json;
	}

	/**
	 * A film of the demo store.
	 *
	 * @param subtitles WebVTT by language
	 */
	record DemoFilm(VideoId id, String slug, VideoDescription description, Map<String, String> subtitles) {

	}

	/** All that a demo store can show. */
	record Programme(List<Series> series, List<DemoFilm> films) {

	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!arguments.getNonOptionArgs().isEmpty()) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("lock table videos.uploads in share row exclusive mode").update();
			boolean empty = this.jdbc.sql("select not exists (select from videos.films)").query(Boolean.class).single();
			if (empty) {
				load();
			}
		});
	}

	private void load() {
		try (InputStream in = new ClassPathResource(DIRECTORY + "films.json").getInputStream()) {
			Programme programme = this.json.readValue(in, new TypeReference<Programme>() {
			});
			programme.series().forEach(this.series::save);
			for (DemoFilm film : programme.films()) {
				add(film);
			}
			LOG.info("The store had no films: {} are made ready in the background (pangea.videos.demo=false does "
					+ "without)", programme.films().size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(DemoFilm film) throws IOException {
		this.films.add(Film.draft(film.id(), film.slug(), film.description()));
		film.subtitles().forEach((language, text) -> this.subtitles.save(film.id(), language, text));
		Path copy = Files.createTempFile("pangea-demo-", ".mp4");
		try (InputStream in = new ClassPathResource(DIRECTORY + film.slug() + ".mp4").getInputStream()) {
			Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
			this.reception.takeDemo(film.id(), copy);
		}
		finally {
			Files.delete(copy);
		}
	}

}
