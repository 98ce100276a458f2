package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pangea.platform.Modules;
import io.pangea.shipping.ComposeFiles.Service;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The services that compose files declare, as processes on this machine. What differs
 * from an engine is where things are: names of hosts are loopback ports, paths of the
 * image are directories below {@code target}. The database and the broker are real ones
 * of the tests.
 */
public final class Composition implements AutoCloseable {

	/** As many as a small machine can start at a time. */
	private static final int STARTS_AT_A_TIME = 2;

	private static final Path DATABASES = Path.of("docker/databases.sh");

	private final Map<String, Service> services;

	private final EmbeddedPostgres database;

	private final @Nullable KafkaBroker broker;

	private final Map<String, Integer> ports = new LinkedHashMap<>();

	private final Map<String, Container> containers = new ConcurrentHashMap<>();

	private Composition(ComposeFiles files) throws IOException, SQLException {
		this.services = files.services();
		this.database = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
		this.broker = this.services.containsKey("broker") ? KafkaBroker.create() : null;
		prepareDatabases();
		this.services.forEach((name, service) -> {
			if (service.isOurs()) {
				this.ports.put(name, Ports.free());
			}
		});
	}

	/** Starts all, and waits until each is healthy by the check of the image. */
	public static Composition up(Map<String, String> variables, String... files) {
		try {
			Composition composition = new Composition(ComposeFiles.of(variables, files));
			composition.start(Image.build());
			return composition;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void start(Image image) {
		try (ExecutorService threads = Executors.newFixedThreadPool(STARTS_AT_A_TIME)) {
			CompletableFuture
				.allOf(this.ports.keySet()
					.stream()
					.map((name) -> CompletableFuture.runAsync(() -> start(name, image), threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void start(String name, Image image) {
		Service service = Objects.requireNonNull(this.services.get(name));
		Container container = new Container(name, image, settings(service),
				Objects.requireNonNull(this.ports.get(name)), service.memory());
		this.containers.put(name, container);
		container.awaitHealth();
	}

	/** With names of hosts as addresses; those of modules count without being said. */
	private Map<String, String> settings(Service service) {
		Map<String, String> settings = new LinkedHashMap<>();
		this.ports.forEach((name, port) -> {
			if (Modules.ofTheHouse().names().contains(name)) {
				settings.put("PANGEA_REMOTE_" + name.toUpperCase(Locale.ROOT), "http://localhost:" + port);
			}
		});
		service.environment().forEach((name, value) -> settings.put(name, here(value)));
		return settings;
	}

	private String here(String value) {
		String here = value.replace("//database:5432/", "//localhost:%d/".formatted(this.database.getPort()));
		if (this.broker != null) {
			here = here.replace("broker:9092", this.broker.address());
		}
		for (Map.Entry<String, Integer> port : this.ports.entrySet()) {
			here = here.replace("http://%s:8080".formatted(port.getKey()), "http://localhost:" + port.getValue());
		}
		return here;
	}

	/** As the image of PostgreSQL does, and the script it is given. */
	private void prepareDatabases() throws IOException, SQLException {
		Service service = Objects.requireNonNull(this.services.get("database"));
		Map<String, String> environment = service.environment();
		try (Connection connection = this.database.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			if (environment.containsKey("POSTGRES_DB")) {
				statement.execute("create role %s superuser login".formatted(environment.get("POSTGRES_USER")));
				statement.execute("create database %s owner %s".formatted(environment.get("POSTGRES_DB"),
						environment.get("POSTGRES_USER")));
				return;
			}
			String script = Files.readString(DATABASES);
			for (String module : found(script, "for module in ([a-z ]+);").split(" ", -1)) {
				String password = environment.get(module.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD");
				for (String sql : found(script, "(?s)<<-'SQL'\\R(.*?)\\R\\s*SQL").replaceFirst(";$", "")
					.split(";\\R", -1)) {
					statement.execute(sql.replace(":\"module\"", "\"%s\"".formatted(module))
						.replace(":'password'", "'%s'".formatted(Objects.requireNonNull(password))));
				}
			}
		}
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("Not there: " + pattern);
		}
		return matcher.group(1);
	}

	/** The address of the service that the files publish. */
	public String publicUrl() {
		return this.services.entrySet()
			.stream()
			.filter((service) -> service.getValue().isOurs() && service.getValue().isPublished())
			.map((service) -> Objects.requireNonNull(this.containers.get(service.getKey())).url())
			.findFirst()
			.orElseThrow();
	}

	/** The addresses of all our services, by name. */
	public Map<String, String> urls() {
		Map<String, String> urls = new LinkedHashMap<>();
		this.containers.forEach((name, container) -> urls.put(name, container.url()));
		return urls;
	}

	/** Ends all as an engine does, one after the other, and says how each did. */
	public Map<String, Integer> stop() throws InterruptedException {
		Map<String, Integer> exits = new LinkedHashMap<>();
		for (Map.Entry<String, Container> container : this.containers.entrySet()) {
			Service service = Objects.requireNonNull(this.services.get(container.getKey()));
			Duration patience = Duration.parse("PT" + service.declared().get("stop_grace_period"));
			exits.put(container.getKey(), container.getValue().stop(patience));
		}
		return exits;
	}

	@Override
	public void close() {
		this.containers.values().forEach(Container::close);
		if (this.broker != null) {
			this.broker.close();
		}
		try {
			this.database.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
