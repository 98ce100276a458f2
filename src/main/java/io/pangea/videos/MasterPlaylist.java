package io.pangea.videos;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The playlist a player begins with (RFC 8216): all sizes, sounds and subtitles of a
 * film.
 */
record MasterPlaylist(Streams streams, List<String> subtitles) {

	private static final String PLAYLIST = "/" + MediaPlaylist.FILE;

	@Override
	public String toString() {
		StringBuilder lines = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
		Map<String, Integer> named = new HashMap<>();
		for (Streams.Sound sound : this.streams.sounds()) {
			boolean first = named.isEmpty();
			String name = name(sound.language());
			int count = named.merge(name, 1, Integer::sum);
			lines.append(group("AUDIO", (count > 1) ? name + " " + count : name, sound.language(), first,
					sound.name() + PLAYLIST));
		}
		for (String language : this.subtitles) {
			lines.append(group("SUBTITLES", name(language), language, false, "subtitles/" + language + ".m3u8"));
		}
		this.streams.pictures().forEach((picture) -> lines.append(variant(picture)));
		return lines.toString();
	}

	private static String name(String language) {
		Locale locale = Locale.forLanguageTag(language);
		String name = locale.getDisplayName(locale);
		return name.isEmpty() || language.equals("und") ? "Original"
				: name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

	private static String group(String type, String name, String language, boolean chosen, String address) {
		return "#EXT-X-MEDIA:TYPE=%s,GROUP-ID=\"%s\",NAME=\"%s\",LANGUAGE=\"%s\",DEFAULT=%s,AUTOSELECT=YES,URI=\"%s\"%n"
			.formatted(type, type.toLowerCase(Locale.ROOT), name, language, chosen ? "YES" : "NO", address)
			.replace("\r\n", "\n");
	}

	private String variant(Streams.Picture picture) {
		long peak = this.streams.sounds().stream().mapToLong(Streams.Sound::peak).max().orElse(0);
		long average = this.streams.sounds().stream().mapToLong(Streams.Sound::average).max().orElse(0);
		String codecs = picture.codec()
				+ this.streams.sounds().stream().map((it) -> "," + it.codec()).distinct().collect(Collectors.joining());
		return "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%dx%d,CODECS=\"%s\"%s%s\n%s\n".formatted(
				picture.peak() + peak, picture.average() + average, picture.width(), picture.height(), codecs,
				this.streams.sounds().isEmpty() ? "" : ",AUDIO=\"audio\"",
				this.subtitles.isEmpty() ? "" : ",SUBTITLES=\"subtitles\"", picture.name() + PLAYLIST);
	}

}
