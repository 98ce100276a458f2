package io.pangea.videos;

import java.util.Arrays;
import java.util.Locale;

/** Languages as films say them (ISO 639-2), and as the web does (BCP 47). */
final class Languages {

	private Languages() {
	}

	/** BCP 47 prefers two letters where there are two. */
	static String tag(String iso) {
		return Arrays.stream(Locale.getISOLanguages())
			.filter((it) -> Locale.of(it).getISO3Language().equals(iso))
			.findFirst()
			.orElse(iso);
	}

}
