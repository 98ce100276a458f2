package io.pangea.products;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The command line form of an import: {@code java -jar pangea.jar import file.csv}. Exit
 * code 0 when the file was worked through, lines refused or not; 1 when it could not be
 * read; 2 when there is no such file.
 * <p>
 * Right after the demo catalogue, whose categories it may name, and before all others
 * that run at the start: least of all does an import make up a password nobody gets to
 * read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ImportCommand implements ApplicationRunner {

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

	private static final int AT_ONCE = 500;

	private final ImportWorker worker;

	private final Imports imports;

	private final ObjectProvider<ThreadPoolTaskExecutor> deliveries;

	private final ApplicationContext context;

	ImportCommand(ImportWorker worker, Imports imports,
			@Qualifier("applicationTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> deliveries,
			ApplicationContext context) {
		this.worker = worker;
		this.imports = imports;
		this.deliveries = deliveries;
		this.context = context;
	}

	static boolean isMeant(List<String> arguments) {
		return !arguments.isEmpty() && arguments.getFirst().equals("import");
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
		if (isMeant(arguments.getNonOptionArgs())) {
			int code = run(arguments.getNonOptionArgs(), System.out);
			finishDeliveries(System.out);
			System.exit(SpringApplication.exit(this.context, () -> code));
		}
	}

	int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
		Path file = Path.of((arguments.size() == 2) ? arguments.getLast() : "");
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			out.println("Name a CSV file that can be read: java -jar pangea.jar import file.csv");
			return 2;
		}
		ImportId id;
		try (InputStream content = Files.newInputStream(file)) {
			id = this.worker.start(content, file.getFileName().toString(), null);
		}
		ProductImport state = this.imports.find(id);
		while (state.status() == ProductImport.Status.RUNNING) {
			out.println(progress(state));
			this.worker.awaitEnd(id, LOOK_AGAIN);
			state = this.imports.find(id);
		}
		out.println(progress(state));
		printRejections(id, out);
		this.imports.reasons(id).forEach((reason, count) -> out.printf("%,10d  %s%n", count, reason));
		if (state.failure() != null) {
			out.println(state.failure());
		}
		return (state.status() == ProductImport.Status.FINISHED) ? 0 : 1;
	}

	private void printRejections(ImportId id, PrintStream out) {
		List<ProductImport.Rejection> some = this.imports.rejections(id, 0, AT_ONCE);
		while (!some.isEmpty()) {
			some.forEach((it) -> out.printf("line %d: %s: %s%n", it.line(), it.reason(), it.detail()));
			some = this.imports.rejections(id, some.getLast().line(), AT_ONCE);
		}
	}

	/**
	 * So that none of them meets a database that is closed already. What comes too late
	 * to be taken up stays in the registry for the next start.
	 */
	private void finishDeliveries(PrintStream out) throws InterruptedException {
		ThreadPoolTaskExecutor executor = this.deliveries.getIfAvailable();
		if (executor == null) {
			return;
		}
		ThreadPoolExecutor threads = executor.getThreadPoolExecutor();
		threads.shutdown();
		Instant end = Instant.now().plus(LONGEST_WAIT);
		while (!threads.awaitTermination(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS) && Instant.now().isBefore(end)) {
			out.printf("%,d deliveries to other modules to go%n", executor.getQueueSize() + executor.getActiveCount());
		}
	}

	private static String progress(ProductImport state) {
		long percent = (state.bytesTotal() > 0) ? state.bytesRead() * 100 / state.bytesTotal() : 100;
		return "%3d %% read, %,d lines: %,d products created, %,d updated, %,d unchanged; %,d lines refused"
			.formatted(percent, state.lines(), state.created(), state.updated(), state.unchanged(), state.rejected());
	}

}
