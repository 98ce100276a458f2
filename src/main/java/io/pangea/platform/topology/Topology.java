package io.pangea.platform.topology;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.pangea.platform.Modules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which modules run in this process ({@code pangea.run}, by default all; {@code -cart} is
 * all but the cart) and where the others are ({@code pangea.remote.<module>}, by default
 * {@code http://<module>:8080}).
 *
 * @param running names of the modules that run here
 * @param remotes base address of each module that does not
 */
public record Topology(Set<String> running, Map<String, URI> remotes) {

	private static final String RUN = "pangea.run";

	/** Before the name of a module that does not run here. */
	private static final String WITHOUT = "-";

	private static final String REMOTE = "pangea.remote";

	private static final String SECRET = "pangea.service-secret";

	/** What HMAC with SHA-256 asks for (RFC 7518, section 3.2). */
	private static final int SECRET_BYTES = 32;

	public Topology {
		running = Set.copyOf(running);
		remotes = Map.copyOf(remotes);
	}

	/**
	 * @throws TopologyInvalid when the settings name what does not exist, or lack what
	 * they need
	 */
	static Topology of(Environment environment, Set<String> modules) {
		Set<String> running = running(environment.getProperty(RUN), modules);
		Map<String, URI> remotes = remotes(environment, modules);
		remotes.keySet().removeAll(running);
		if (!remotes.isEmpty()) {
			requireSecret(environment, remotes.keySet());
		}
		return new Topology(running, remotes);
	}

	/** Whether a module runs in this process. */
	public boolean runs(String module) {
		return this.running.contains(module);
	}

	/** The names of all modules, wherever they run. */
	public Set<String> modules() {
		Set<String> modules = new TreeSet<>(this.running);
		modules.addAll(this.remotes.keySet());
		return modules;
	}

	/** Whether all modules run in this process. */
	public boolean isTogether() {
		return this.remotes.isEmpty();
	}

	/** Whether a type belongs to a module that does not run here. */
	boolean isAbsent(String className, Modules modules) {
		return this.remotes.containsKey(modules.moduleOf(className));
	}

	private static Set<String> running(@Nullable String names, Set<String> modules) {
		if (names == null) {
			return modules;
		}
		Set<String> named = Arrays.stream(StringUtils.commaDelimitedListToStringArray(names))
			.map(String::strip)
			.filter(StringUtils::hasText)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> left = named.stream()
			.filter((name) -> name.startsWith(WITHOUT))
			.map((name) -> name.substring(WITHOUT.length()).strip())
			.collect(Collectors.toCollection(TreeSet::new));
		requireKnown(left, modules, RUN);
		Set<String> running = named.stream()
			.filter((name) -> !name.startsWith(WITHOUT))
			.collect(Collectors.toCollection(TreeSet::new));
		if (running.isEmpty() && !left.isEmpty()) {
			running.addAll(modules);
		}
		running.removeAll(left);
		if (running.isEmpty()) {
			throw new TopologyInvalid(RUN + " names no module",
					"Name the modules that shall run in this process, such as %s=%s, or leave it out to run all."
						.formatted(RUN, modules.iterator().next()));
		}
		requireKnown(running, modules, RUN);
		return running;
	}

	private static Map<String, URI> remotes(Environment environment, Set<String> modules) {
		Map<String, String> given = Binder.get(environment)
			.bind(REMOTE, Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		requireKnown(given.keySet(), modules, REMOTE + ".<module>");
		Map<String, URI> remotes = new TreeMap<>();
		for (String module : modules) {
			String address = given.get(module);
			remotes.put(module,
					(address != null) ? address(address, module) : URI.create("http://%s:8080".formatted(module)));
		}
		return remotes;
	}

	private static void requireKnown(Set<String> names, Set<String> modules, String property) {
		Set<String> unknown = new TreeSet<>(names);
		unknown.removeAll(modules);
		if (!unknown.isEmpty()) {
			throw new TopologyInvalid("%s names what is no module: %s".formatted(property, String.join(", ", unknown)),
					"The modules are %s.".formatted(String.join(", ", modules)));
		}
	}

	private static URI address(String text, String module) {
		try {
			URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
			if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
				return address;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw new TopologyInvalid("%s.%s is not an address: %s".formatted(REMOTE, module, text),
				"Give it as http://host:port.");
	}

	private static void requireSecret(Environment environment, Set<String> absent) {
		String secret = environment.getProperty(SECRET, "");
		if (secret.getBytes(StandardCharsets.UTF_8).length < SECRET_BYTES) {
			throw new TopologyInvalid(
					"%s run%s elsewhere, and %s is %s".formatted(String.join(", ", absent),
							(absent.size() == 1) ? "s" : "", SECRET, secret.isEmpty() ? "missing" : "too short"),
					"Set %s (or PANGEA_SERVICE_SECRET) to the same random text of at least %d bytes in every process, such as the output of `openssl rand -hex 32`."
						.formatted(SECRET, SECRET_BYTES));
		}
	}

}
