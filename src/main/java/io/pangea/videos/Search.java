package io.pangea.videos;

import java.util.List;
import java.util.Objects;

import io.pangea.videos.VideoPage.Facet;
import io.pangea.videos.VideoSearch.Sort;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds films by words, filters and order, a page at a time. */
@Component
class Search {

	private static final int DEFAULT_LIMIT = 24;

	private static final int MOST_WORDS = 10;

	/** What share of its letter triples a mistyped word has to have in common. */
	private static final String SIMILAR_ENOUGH = "0.5";

	private final JdbcClient jdbc;

	private final FilmRows rows;

	Search(JdbcClient jdbc, FilmRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** A film and the key it is sorted by. */
	private record Hit(Video video, String key) {

	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	VideoPage page(VideoSearch search, boolean inside) {
		List<SearchWord> words = words(search);
		SearchConditions conditions = SearchConditions.seen(search.state()).words(words).filters(search);
		List<Facet> genres = genres(conditions);
		conditions.add("f.genres @> array[cast(:genre as text)]", "genre", search.genre());
		int limit = Objects.requireNonNullElse(search.limit(), DEFAULT_LIMIT);
		List<Hit> hits = hits(search, conditions, SearchOrder.of(sort(search, words), conditions), limit + 1, inside);
		return new VideoPage(hits.stream().limit(limit).map(Hit::video).toList(), genres, next(hits, limit, search));
	}

	private static Sort sort(VideoSearch search, List<SearchWord> words) {
		Sort sort = Objects.requireNonNullElse(search.sort(), Sort.RELEVANCE);
		return (sort == Sort.RELEVANCE && words.isEmpty()) ? Sort.NEWEST : sort;
	}

	private List<SearchWord> words(VideoSearch search) {
		String q = search.q();
		if (q == null || q.isBlank()) {
			return List.of();
		}
		this.jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)")
			.param(SIMILAR_ENOUGH)
			.query()
			.listOfRows();
		List<SearchWord> words = this.jdbc.sql("""
				select w.text, numnode(plainto_tsquery('english', w.text)) = 0
						or numnode(plainto_tsquery('portuguese', w.text)) = 0 as stop,
					exists (select from videos.films f where f.state = :state and f.words @@ %s) as known
				from (select videos.plain(word) as text, position
					from unnest(:words) with ordinality as words (word, position)) w
				order by w.position""".formatted(SearchWord.query("w.text")))
			.param("state", state(search))
			.param("words", q.strip().split("\\s+"))
			.query((row, number) -> new SearchWord(row.getString("text"), row.getBoolean("stop"),
					row.getBoolean("known")))
			.list();
		List<SearchWord> telling = words.stream()
			.filter((word) -> !word.stop())
			.limit(MOST_WORDS)
			.map((word) -> mended(word, search))
			.toList();
		return telling.isEmpty() ? words : telling;
	}

	private SearchWord mended(SearchWord word, VideoSearch search) {
		List<String> swapped = word.known() ? List.of() : word.swapped();
		return swapped.isEmpty() ? word
				: this.jdbc.sql("""
						select w.text from unnest(:swapped) with ordinality as w (text, position)
						where exists (select from videos.films f where f.state = :state and f.words @@ %s)
						order by w.position limit 1""".formatted(SearchWord.query("w.text")))
					.param("swapped", swapped.toArray(String[]::new))
					.param("state", state(search))
					.query(String.class)
					.optional()
					.map((text) -> new SearchWord(text, false, true))
					.orElse(word);
	}

	private static String state(VideoSearch search) {
		return Objects.requireNonNullElse(search.state(), VideoState.PUBLISHED).name();
	}

	private List<Facet> genres(SearchConditions conditions) {
		return this.jdbc
			.sql("select g.genre, count(*) as number from videos.films f, unnest(f.genres) g (genre)"
					+ conditions.where() + " group by g.genre order by number desc, g.genre")
			.params(conditions.parameters())
			.query((row, number) -> new Facet(row.getString("genre"), row.getLong("number")))
			.list();
	}

	private List<Hit> hits(VideoSearch search, SearchConditions conditions, SearchOrder order, int limit,
			boolean inside) {
		if (search.cursor() != null) {
			Cursor cursor = Cursor.parse(search.cursor(), list(search));
			conditions.add(order.after(), "key", cursor.key()).parameters().put("id", cursor.id().toString());
		}
		VideoRows videos = new VideoRows(this.rows, inside);
		return this.jdbc
			.sql("select " + VideoRows.COLUMNS + ", cast(" + order.key() + " as text) as key" + VideoRows.FROM
					+ conditions.where() + order.orderBy() + " limit " + limit)
			.params(conditions.parameters())
			.query((row, number) -> new Hit(videos.mapRow(row, number), row.getString("key")))
			.list();
	}

	private static @Nullable String next(List<Hit> hits, int limit, VideoSearch search) {
		if (hits.size() <= limit) {
			return null;
		}
		Hit last = hits.get(limit - 1);
		return new Cursor(last.key(), last.video().id().value()).text(list(search));
	}

	private static Object list(VideoSearch it) {
		return new VideoSearch(it.q(), it.genre(), it.series(), it.access(), it.maximumAge(), it.country(), it.sort(),
				it.state(), null, null);
	}

}
