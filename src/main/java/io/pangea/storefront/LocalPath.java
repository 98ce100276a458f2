package io.pangea.storefront;

import org.jspecify.annotations.Nullable;

/**
 * A path of this shop to go on to, out of a request that anybody may have made up: what
 * could lead to another site becomes the home page.
 */
record LocalPath(String value) {

	LocalPath {
		if (!isLocal(value)) {
			value = "/";
		}
	}

	static LocalPath of(@Nullable String value) {
		return new LocalPath((value != null) ? value : "/");
	}

	String redirect() {
		// Braces would be taken for variables of the redirect.
		return "redirect:" + this.value.replace("{", "%7B").replace("}", "%7D");
	}

	/**
	 * Browsers drop control characters and take a backslash for a slash, so that
	 * {@code "/\t/evil.example"} leaves the site too.
	 */
	private static boolean isLocal(String value) {
		return value.startsWith("/") && !value.startsWith("//")
				&& value.chars().allMatch((c) -> c > ' ' && c != '\\' && c < 0x7f);
	}

}
