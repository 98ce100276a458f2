package io.pangea.products;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works through files in the background, one after the other. */
@Component
class ImportWorker {

	private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

	private static final int LINES_AT_ONCE = 2000;

	private static final int PRODUCTS_AT_ONCE = 500;

	private static final int LONGEST_NAME = 200;

	private final Imports imports;

	private final ImportedProducts products;

	private final Categories categories;

	private final ProductSettings settings;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofVirtual().name("product-import").factory());

	private final Map<ImportId, CountDownLatch> mine = new ConcurrentHashMap<>();

	ImportWorker(Imports imports, ImportedProducts products, Categories categories, ProductSettings settings) {
		this.imports = imports;
		this.products = products;
		this.categories = categories;
		this.settings = settings;
	}

	/** Takes a copy of a file and begins with it, unless it has begun already. */
	ImportId start(InputStream content, @Nullable String fileName, @Nullable String key) throws IOException {
		Path copy = Files.createTempFile("pangea-import-", ".csv");
		boolean begun = false;
		try (DigestInputStream in = new DigestInputStream(content, RequestKeys.sha256());
				var out = Files.newOutputStream(copy)) {
			long bytes = in.transferTo(out);
			String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
			Imports.Started started = this.imports.start(plain(fileName), hash, bytes, key);
			if (started.now()) {
				this.mine.put(started.id(), new CountDownLatch(1));
				this.thread.execute(() -> work(started.id(), new ImportFile(copy)));
				begun = true;
			}
			return started.id();
		}
		finally {
			if (!begun) {
				Files.delete(copy);
			}
		}
	}

	private static String plain(@Nullable String fileName) {
		String name = (fileName != null) ? fileName.replaceAll(".*[/\\\\]|\\p{Cntrl}", "") : "";
		return name.substring(Math.max(0, name.length() - LONGEST_NAME));
	}

	private void work(ImportId id, ImportFile file) {
		String failure = null;
		try {
			failure = read(id, file);
			boolean more = failure == null;
			while (more) {
				more = this.products.applySome(id, PRODUCTS_AT_ONCE);
			}
		}
		catch (IOException ex) {
			failure = "The file cannot be read: " + ex.getMessage();
		}
		catch (RuntimeException ex) {
			LOG.error("An import failed", ex);
			failure = "Something went wrong on our side; import the file again, what is done already stays as it is.";
		}
		finally {
			end(id, file, failure);
		}
	}

	private void end(ImportId id, ImportFile file, @Nullable String failure) {
		try {
			file.delete();
			this.imports.end(id, failure);
		}
		finally {
			Objects.requireNonNull(this.mine.remove(id)).countDown();
		}
	}

	/**
	 * Waits until an import ends, but not for long. The end of one that another instance
	 * works on is not noticed here.
	 */
	void awaitEnd(ImportId id, Duration longest) throws InterruptedException {
		CountDownLatch end = this.mine.getOrDefault(id, new CountDownLatch(1));
		end.await(longest.toMillis(), TimeUnit.MILLISECONDS);
	}

	private @Nullable String read(ImportId id, ImportFile file) throws IOException {
		AtomicLong bytes = new AtomicLong();
		try (Reader reader = file.open(bytes)) {
			CsvLines lines = new CsvLines(reader);
			Set<String> known = this.categories.all().stream().map(Category::slug).collect(Collectors.toSet());
			ImportFormat format = ImportFormat.of(lines.header(), CurrencyUnit.of(this.settings.currency()), known);
			if (format == null) {
				return "The first line has to name the columns InvoiceNo, StockCode, Description, Quantity and UnitPrice, "
						+ "or sku, name and price.";
			}
			if (!known.contains(ImportedProduct.CATEGORY)) {
				this.categories.save(new Category(ImportedProduct.CATEGORY, "Imported", null, Short.MAX_VALUE,
						Map.of("pt-BR", "Importados")));
			}
			long count = 0;
			Batch batch = new Batch();
			for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
				batch.add(line, format);
				if (++count % LINES_AT_ONCE == 0) {
					keep(id, batch, bytes.get(), count);
					batch = new Batch();
				}
			}
			keep(id, batch, bytes.get(), count);
			return null;
		}
	}

	private void keep(ImportId id, Batch batch, long bytes, long lines) {
		this.products.gather(id, batch.entries.values());
		this.imports.reject(id, batch.rejections);
		this.imports.haveRead(id, bytes, lines);
	}

	private static final class Batch {

		private final Map<String, ImportedProducts.Entry> entries = new LinkedHashMap<>();

		private final List<ProductImport.Rejection> rejections = new ArrayList<>();

		void add(CsvLines.Line line, ImportFormat format) {
			try {
				ImportedProduct product = format.read(line.fields());
				this.entries.put(product.sku(), new ImportedProducts.Entry(line.number(), product));
			}
			catch (LineRefused ex) {
				this.rejections.add(ex.at(line.number()));
			}
		}

	}

	/** Shows the other instances that the imports this one works on are not forgotten. */
	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void beat() {
		if (!this.mine.isEmpty()) {
			this.imports.areAlive(this.mine.keySet());
		}
	}

	/** Ends the imports of an instance that is no more. */
	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	@SchedulerLock(name = "products.interrupted-imports")
	void endInterrupted() {
		this.imports.silentFor(this.settings.importPatience())
			.forEach((id) -> this.imports.end(id,
					"The import was interrupted; import the file again, what is done already stays as it is."));
	}

	@PreDestroy
	void stop() {
		this.thread.shutdownNow();
	}

}
