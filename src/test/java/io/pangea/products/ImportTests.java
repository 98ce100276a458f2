package io.pangea.products;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.pangea.products.ProductImport.Rejection;
import io.pangea.products.ProductImport.Status;
import io.pangea.testing.StoreTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@StoreTest
class ImportTests {

	@Autowired
	ProductCatalog catalog;

	@Autowired
	ImportCommand command;

	@Autowired
	ImportWorker worker;

	@Autowired
	Imports imports;

	@Autowired
	Environment environment;

	@Autowired
	JdbcClient jdbc;

	private final String sku = Goods.sku();

	@Test
	void readsInvoices() {
		ProductImport done = importCsv("""
				InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country
				536365,%1$sa, WHITE  HANGING HEART ,6,2.55,17850,United Kingdom
				C536365,%1$sb,CANCELLED,-6,2.55,17850,United Kingdom
				536365,%1$sc,,6,2.55,17850,United Kingdom
				536365,%1$sd,FREE,6,0,17850,United Kingdom
				536365,%1$se,LOST,-6,2.55,17850,United Kingdom
				536365,,NAMELESS,6,2.55,17850,United Kingdom
				536365,%1$sf,SHORT,6
				536365,%1$sg,DEAR,6,much,17850,United Kingdom
				536365,%1$sh,"12 INCH RULER,6,2.5,17850,United Kingdom
				536365,%1$sa,WHITE HANGING HEART,6,2.1,17850,United Kingdom
				""".formatted(this.sku));
		assertThat(done.status()).isEqualTo(Status.FINISHED);
		assertThat(done.lines()).isEqualTo(10);
		assertThat(done.created()).isEqualTo(1);
		assertThat(done.bytesRead()).isEqualTo(done.bytesTotal());
		assertThat(done.firstRejections()).extracting(Rejection::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
		assertThat(done.firstRejections()).extracting(Rejection::reason)
			.containsExactly("cancellation", "description-missing", "price-not-positive", "quantity-not-positive",
					"sku-missing", "columns-missing", "unreadable", "unreadable");
		Product product = product("a");
		assertThat(product.description().name()).isEqualTo("WHITE HANGING HEART");
		assertThat(product.description().price()).isEqualTo(Money.ofMinor(CurrencyUnit.USD, 210));
		assertThat(product.description().category()).isEqualTo("imported");
		assertThat(product.available()).isZero();
		assertThat(Goods.asStaff(() -> this.catalog.rejections(done.id(), 4, 2))).extracting(Rejection::line)
			.containsExactly(5L, 6L);
	}

	@Test
	void changesOnlyWhatTheFileSays() {
		ProductDescription described = Goods.named("Described");
		Product product = Goods.asStaff(() -> this.catalog.add(described, null));
		ProductImport done = importCsv("sku,name,price,stock\n%s,Renamed,3.5,7\n".formatted(described.sku()));
		assertThat(done.updated()).isEqualTo(1);
		Product changed = this.catalog.find(product.id());
		assertThat(changed.description().name()).isEqualTo("Renamed");
		assertThat(changed.description().price()).isEqualTo(Goods.dollars(350));
		assertThat(changed.description().translations()).isEqualTo(described.translations());
		assertThat(changed.description().category()).isEqualTo(described.category());
		assertThat(changed.available()).isEqualTo(7);
		assertThat(changed.slug()).isEqualTo(product.slug());
	}

	@Test
	void readsAllColumnsOfProducts() {
		ProductImport done = importCsv("""
				SKU;Name;Price;Currency;Category;Brand;Description;Stock
				%1$sa;Vase;1200;JPY;bags;"Smith; Sons";"Two
				lines";4
				%1$sb;Vase;1;XXY;bags;;;
				%1$sc;Vase;1;USD;nowhere;;;
				%1$sd;Vase;1.005;USD;bags;;;
				%1$se;Vase;1;USD;bags;;;-1
				no/sku;Vase;1;USD;bags;;;
				""".formatted(this.sku));
		assertThat(done.firstRejections()).extracting(Rejection::reason)
			.containsExactly("currency-unknown", "category-unknown", "price-too-fine", "stock-invalid", "sku-invalid");
		assertThat(done.firstRejections()).extracting(Rejection::line).startsWith(4L);
		Product product = product("a");
		assertThat(product.description().price()).isEqualTo(Money.ofMinor(CurrencyUnit.JPY, 1200));
		assertThat(product.description().brand()).isEqualTo("Smith; Sons");
		assertThat(product.description().description()).isEqualTo("Two\nlines");
		assertThat(product.available()).isEqualTo(4);
	}

	@Test
	void changesNothingTheSecondTime() {
		String csv = "sku,name,price\n%1$sa,First,1\n%1$sa,Last,2\n%1$sb,Other,3\n".formatted(this.sku);
		assertThat(importCsv(csv).created()).isEqualTo(2);
		ProductImport second = importCsv(csv);
		assertThat(second.unchanged()).isEqualTo(2);
		assertThat(second.created() + second.updated()).isZero();
		assertThat(product("a").description().name()).isEqualTo("Last");
		assertThat(product("a").version()).isEqualTo(1);
	}

	@Test
	void readsLatin1AndUtf8AndGzip() throws IOException {
		String csv = "sku,name,price\n%s,Crème brûlée,1\n";
		importCsv(csv.formatted(this.sku + "a").getBytes(StandardCharsets.ISO_8859_1));
		importCsv(("\uFEFF" + csv.formatted(this.sku + "b")).getBytes(StandardCharsets.UTF_8));
		importCsv(gzip(csv.formatted(this.sku + "c"), StandardCharsets.ISO_8859_1));
		for (String suffix : List.of("a", "b", "c")) {
			assertThat(product(suffix).description().name()).isEqualTo("Crème brûlée");
		}
	}

	@Test
	void keepsWhatIsReserved() {
		importCsv("sku,name,price,stock\n%s,Vase,1,5\n".formatted(this.sku));
		this.jdbc.sql("update products.stock set reserved = 3 where product_id = ?")
			.param(product("").id().value())
			.update();
		ProductImport done = importCsv("sku,name,price,stock\n%1$sa,Jug,1,5\n%1$s,Vase,1,2\n".formatted(this.sku));
		assertThat(done.status()).isEqualTo(Status.FINISHED);
		assertThat(done.firstRejections()).singleElement().satisfies((rejection) -> {
			assertThat(rejection.reason()).isEqualTo("stock-below-reserved");
			assertThat(rejection.line()).isEqualTo(3);
		});
		assertThat(done.created()).isEqualTo(1);
	}

	@Test
	void failsOnAFileItDoesNotUnderstand() {
		ProductImport done = importCsv("name of thing,what it costs\nVase,1\n");
		assertThat(done.status()).isEqualTo(Status.FAILED);
		assertThat(done.failure()).contains("sku, name and price");
		byte[] broken = { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3 };
		assertThat(importCsv(broken).status()).isEqualTo(Status.FAILED);
		assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> start(new byte[0], null));
	}

	@Test
	void beginsOncePerKey() {
		byte[] csv = "sku,name,price\n%s,Vase,1\n".formatted(this.sku).getBytes(StandardCharsets.UTF_8);
		String key = Goods.sku();
		ImportId id = start(csv, key).id();
		assertThat(start(csv, key).id()).isEqualTo(id);
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> start(new byte[] { 1 }, key));
	}

	@Test
	void endsWhatWasInterrupted() {
		ImportId id = this.imports.start("lost.csv", Goods.sku(), 10, null).id();
		this.worker.endInterrupted();
		assertThat(this.imports.find(id).status()).isEqualTo(Status.RUNNING);
		this.jdbc.sql("update products.imports set alive_at = now() - interval '1 hour' where id = ?")
			.param(id.value())
			.update();
		this.worker.endInterrupted();
		assertThat(this.imports.find(id).status()).isEqualTo(Status.FAILED);
	}

	@Test
	void importsFromTheCommandLine(@TempDir Path directory) throws IOException, InterruptedException {
		Path file = Files.writeString(directory.resolve("goods.csv"),
				"sku,name,price\n%1$sa,Vase,1\n%1$sb,Jug,0\n".formatted(this.sku));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int code = this.command.run(List.of("import", file.toString()), new PrintStream(out));
		assertThat(code).isZero();
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 products created",
				"line 3: price-not-positive: The price is 0.", "1  price-not-positive");
		assertThat(this.command.run(List.of("import", directory + "/none.csv"), new PrintStream(out))).isEqualTo(2);
	}

	@Test
	void importsBeforeTheStoreDoesMoreThanFillIn(@Autowired List<ApplicationRunner> runners,
			@Autowired DemoCatalogue demo) {
		assertThat(runners).hasSizeGreaterThan(2).startsWith(demo, this.command);
	}

	@Test
	@Timeout(60)
	void wakesWhoWaitsForItsEnd() throws InterruptedException {
		String lines = IntStream.range(0, 4000)
			.mapToObj((i) -> "%s%d,Vase,0\n".formatted(this.sku, i))
			.collect(Collectors.joining());
		ImportId id = start(("sku,name,price\n" + lines).getBytes(StandardCharsets.UTF_8), null).id();
		this.worker.awaitEnd(id, Duration.ofMinutes(5));
		assertThat(this.imports.find(id).status()).isEqualTo(Status.FINISHED);
	}

	@Test
	void importsRealInvoices() throws IOException {
		Path file = Path.of(this.environment.getProperty("pangea.data", "../shared/data"))
			.resolve("online-retail-1.csv.gz");
		Assumptions.assumeTrue(Files.exists(file),
				() -> file + " is not there: name the directory of the real data with -Dpangea.data=…");
		byte[] csv = Files.readAllBytes(file);
		ProductImport first = importCsv(csv);
		assertThat(first.status()).isEqualTo(Status.FINISHED);
		assertThat(first.lines()).isEqualTo(25_000);
		assertThat(first.rejected()).isEqualTo(580);
		assertThat(first.created() + first.updated() + first.unchanged()).isEqualTo(2495);
		assertThat(this.imports.reasons(first.id())).containsExactly(Map.entry("cancellation", 397L),
				Map.entry("description-missing", 111L), Map.entry("price-not-positive", 64L),
				Map.entry("quantity-not-positive", 8L));
		ProductImport second = importCsv(csv);
		assertThat(second.unchanged()).isEqualTo(2495);
	}

	private Product product(String suffix) {
		return this.catalog.search(new ProductSearch(this.sku + suffix, null, null, null, null, null, null, null, 100))
			.items()
			.stream()
			.filter((product) -> product.description().sku().equals(this.sku + suffix))
			.findFirst()
			.orElseThrow();
	}

	private ProductImport importCsv(String csv) {
		return importCsv(csv.getBytes(StandardCharsets.UTF_8));
	}

	private ProductImport importCsv(byte[] csv) {
		ImportId id = start(csv, null).id();
		return await().atMost(Duration.ofMinutes(1))
			.until(() -> Goods.asStaff(() -> this.catalog.findImport(id)), (state) -> state.status() != Status.RUNNING);
	}

	private ProductImport start(byte[] csv, @Nullable String key) {
		return Goods
			.asStaff(() -> this.catalog.importCsv(new MockMultipartFile("file", "goods.csv", "text/csv", csv), key));
	}

	private static byte[] gzip(String text, Charset charset) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(charset));
		}
		return bytes.toByteArray();
	}

}
