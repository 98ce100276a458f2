package io.pangea.videos;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Films that staff show together. */
@Component
@Transactional
class Collections {

	private static final TypeReference<Map<String, String>> TITLES = new TypeReference<>() {
	};

	private static final String ALL = """
			select c.slug, c.title, c.titles, c.position, array(
				select v.id from unnest(c.videos) with ordinality v (id, position)
				join videos.films f on f.id = v.id
				where :inside or (%s)
				order by v.position) as shown
			from videos.collections c order by c.position, c.slug""".formatted(VideoRows.SHOWN);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Collections(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Transactional(readOnly = true)
	List<VideoCollection> all(boolean inside) {
		return this.jdbc.sql(ALL)
			.param("inside", inside)
			.query((row, number) -> new VideoCollection(row.getString("slug"), row.getString("title"),
					this.json.readValue(row.getString("titles"), TITLES), row.getInt("position"),
					Stream.of((UUID[]) row.getArray("shown").getArray()).map(VideoId::new).toList()))
			.list()
			.stream()
			.filter((it) -> inside || !it.videos().isEmpty())
			.toList();
	}

	VideoCollection save(VideoCollection collection) {
		UUID[] videos = collection.videos().stream().map(VideoId::value).toArray(UUID[]::new);
		this.jdbc.sql("""
				select v.id from unnest(?) v (id)
				where not exists (select from videos.films f where f.id = v.id) limit 1""")
			.param(videos)
			.query(UUID.class)
			.optional()
			.ifPresent((id) -> {
				throw new VideoNotFound(id.toString());
			});
		this.jdbc.sql("""
				insert into videos.collections (slug, title, titles, position, videos) values (?, ?, ?::jsonb, ?, ?)
				on conflict (slug) do update set title = excluded.title, titles = excluded.titles,
					position = excluded.position, videos = excluded.videos""")
			.params(collection.slug(), collection.title(), this.json.writeValueAsString(collection.titles()),
					collection.position(), videos)
			.update();
		return collection;
	}

}
