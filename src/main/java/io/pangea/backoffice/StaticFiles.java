package io.pangea.backoffice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * URLs of static files with a digest of their content, so that browsers may keep them and
 * still see a new one at once. A digest is computed once.
 */
@Component
class StaticFiles {

	private final Map<String, String> urls = new ConcurrentHashMap<>();

	public String url(String path) {
		return this.urls.computeIfAbsent(path, StaticFiles::withDigest);
	}

	private static String withDigest(String path) {
		var file = new ClassPathResource("static" + path, StaticFiles.class.getClassLoader());
		try (InputStream content = file.getInputStream()) {
			return path + "?v=" + DigestUtils.md5DigestAsHex(content).substring(0, 8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
