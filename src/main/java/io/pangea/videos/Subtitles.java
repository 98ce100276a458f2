package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subtitles of films, in WebVTT; what staff sent goes before what was in the film. */
@Component
@Transactional
class Subtitles {

	/** In bytes. */
	static final int LONGEST = 1 << 20;

	private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");

	private static final Pattern CUE = Pattern.compile("(?m)^(\\d{2,}:)?\\d\\d:\\d\\d\\.\\d{3}[ \\t]+-->");

	private final JdbcClient jdbc;

	private final Lifecycle lifecycle;

	Subtitles(JdbcClient jdbc, Lifecycle lifecycle) {
		this.jdbc = jdbc;
		this.lifecycle = lifecycle;
	}

	List<String> languages(VideoId id) {
		return this.jdbc.sql("select language from videos.subtitles where video_id = ? order by language")
			.param(id.value())
			.query(String.class)
			.list();
	}

	Optional<String> find(VideoId id, String language) {
		return this.jdbc.sql("select text from videos.subtitles where video_id = ? and language = ?")
			.params(id.value(), language)
			.query(String.class)
			.optional();
	}

	/**
	 * @throws VideoNotFound when there is no such film
	 */
	void save(VideoId id, String language, String text) {
		put(id, language, checked(text), false);
		this.lifecycle.subtitled(id, () -> languages(id));
	}

	/**
	 * Those that are in a film are left out where staff sent some, or they are broken.
	 */
	void saveEmbedded(VideoId id, List<EmbeddedTexts.Text> texts) {
		this.jdbc.sql("delete from videos.subtitles where video_id = ? and embedded").param(id.value()).update();
		texts.stream()
			.filter((text) -> CUE.matcher(text.text()).find() && text.text().indexOf('\0') < 0)
			.forEach((text) -> put(id, text.language(), text.text(), true));
	}

	private void put(VideoId id, String language, String text, boolean embedded) {
		this.jdbc.sql("""
				insert into videos.subtitles (video_id, language, text, embedded) values (?, ?, ?, ?)
				on conflict (video_id, language) do update set text = excluded.text, embedded = excluded.embedded
				where not excluded.embedded""").params(id.value(), language, text, embedded).update();
	}

	/**
	 * @throws VideoNotFound when there is no such film
	 */
	void delete(VideoId id, String language) {
		this.jdbc.sql("delete from videos.subtitles where video_id = ? and language = ?")
			.params(id.value(), language)
			.update();
		this.lifecycle.subtitled(id, () -> languages(id));
	}

	/** A language as it is written, {@code pt-BR}. */
	static String language(String language) {
		if (!LANGUAGE.matcher(language).matches()) {
			throw new SubtitlesRefused("The language is none: write it as en or pt-BR.");
		}
		return Locale.forLanguageTag(language).toLanguageTag();
	}

	static String read(InputStream in) throws IOException {
		byte[] bytes = in.readNBytes(LONGEST + 1);
		if (bytes.length > LONGEST) {
			throw new SubtitlesRefused("Subtitles may have 1 MB at most.");
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new SubtitlesRefused("Subtitles have to be in UTF-8.");
		}
	}

	private static String checked(String text) {
		String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
		if (!plain.startsWith("WEBVTT") || plain.indexOf('\0') >= 0 || !CUE.matcher(plain).find()) {
			throw new SubtitlesRefused("These are no subtitles in WebVTT.");
		}
		return plain;
	}

}
