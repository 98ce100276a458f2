package io.pangea.storefront;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What people call the device they watch on, so that they know it in a list of several.
 */
@Component
class Devices {

	/**
	 * In the order they are looked for: most browsers claim to be several others, too.
	 */
	private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser",
			"Samsung Internet", "Firefox/", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome/", "Chrome",
			"Safari/", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android", "Android",
			"CrOS", "ChromeOS", "Windows", "Windows", "Mac OS X", "Mac", "Linux", "Linux");

	private final MessageSource messages;

	Devices(MessageSource messages) {
		this.messages = messages;
	}

	/** Such as “Firefox on Linux”. */
	String name(@Nullable String userAgent) {
		return this.messages.getMessage("player.device",
				new Object[] { find(BROWSERS, userAgent), find(SYSTEMS, userAgent) }, LocaleContextHolder.getLocale());
	}

	private String find(Map<String, String> names, @Nullable String userAgent) {
		return names.entrySet()
			.stream()
			.filter((it) -> userAgent != null && userAgent.contains(it.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> this.messages.getMessage("player.device.unknown", null, LocaleContextHolder.getLocale()));
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
