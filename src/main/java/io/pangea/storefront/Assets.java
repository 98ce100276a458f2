package io.pangea.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * URLs of our own static files, each with a digest of its content, so that browsers may
 * keep them and still see a new one at once. A digest is computed once, not per link.
 */
@Component
class Assets {

	private final Map<String, String> urls = new ConcurrentHashMap<>();

	public String url(String file) {
		return this.urls.computeIfAbsent(file, Assets::withDigest);
	}

	private static String withDigest(String file) {
		String path = "/storefront/" + file;
		try (InputStream content = new ClassPathResource("static" + path, Assets.class.getClassLoader())
			.getInputStream()) {
			return path + "?v=" + DigestUtils.md5DigestAsHex(content).substring(0, 8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("There is no static file " + path, ex);
		}
	}

}
