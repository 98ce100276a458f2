package io.pangea.journeys;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The browser of this machine: the one CHROMIUM names, else the first one installed. */
final class Chromium implements AutoCloseable {

	private static final Optional<Path> EXECUTABLE = find();

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final Browser browser;

	Chromium() {
		this(List.of());
	}

	/**
	 * A browser that does not say it is driven by a program. A page's user agent can be
	 * told otherwise for each window, but not in what is sent as the page is left.
	 */
	static Chromium ofSomebody() {
		return new Chromium(List.of("--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 "
				+ "(KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"));
	}

	private Chromium(List<String> more) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE.orElseThrow())
				.setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
	}

	/** Whether there is one; if not, says so. */
	static boolean installed() {
		if (EXECUTABLE.isEmpty()) {
			// Past the file that the build sends a test's output to.
			new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
				.println("Chromium was not found: the journeys in a browser are skipped. "
						+ "Install it, or name it in the environment variable CHROMIUM.");
		}
		return EXECUTABLE.isPresent();
	}

	private static Optional<Path> find() {
		String named = System.getenv("CHROMIUM");
		if (named != null && !named.isBlank()) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream
			.concat(Stream.of("/usr/bin/chromium"),
					Stream.of(path.split(System.getProperty("path.separator")))
						.flatMap((it) -> Stream.of(it + "/chromium", it + "/chromium-browser", it + "/google-chrome")))
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
