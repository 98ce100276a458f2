package io.pangea.backoffice;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class ImportPagesTests {

	private static final String IMPORTS = "/backoffice/imports";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.browser = Browser.signedIn(this.port, this.people.staff().token());
	}

	@Test
	void reportsWhatBecameOfEveryLine() {
		String sku = "IMPORT-" + UUID.randomUUID();
		Browser.Page done = imported("sku,name,price\n%1$s,Tray,4.50\n%1$s-2,,1.00\n%1$s-3,Bowl,0\n".formatted(sku));
		assertThat(done.words()).contains("Import of goods.csv")
			.contains("Added 1")
			.contains("Refused 2")
			.contains("No name")
			.doesNotContain("There is no name")
			.contains("Price is not above zero");
		assertThat(done.text()).doesNotContain("hx-get=\"/backoffice/imports/").doesNotContain("http-equiv");
		assertThat(this.browser.get("/backoffice/products?q=Tray").text()).contains(sku);
		assertThat(this.browser.get(IMPORTS).words()).contains("goods.csv");
	}

	@Test
	void saysThatTheFileWasReadWhileItsProductsAreStored(@Autowired JdbcClient jdbc,
			@Autowired TransactionOperations transaction) {
		Browser.Page page = this.browser.get(IMPORTS);
		transaction.executeWithoutResult((status) -> {
			jdbc.sql("select pg_advisory_xact_lock(hashtextextended('products.import', 0))").query().listOfRows();
			Browser.Page started = this.browser.upload(page, IMPORTS, Map.of("key", page.hidden("key")),
					"sku,name,price\nIMPORT-%s,Tray,4.50\n".formatted(UUID.randomUUID()));
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(this.browser.follow(started).text()).contains("Its products are being stored")
							.containsPattern("<progress[^>]*>")
							.doesNotContainPattern("<progress[^>]* value="));
		});
	}

	@Test
	void turnsThePagesOfTheReport() {
		String sku = "IMPORT-" + UUID.randomUUID();
		Browser.Page done = imported(IntStream.range(0, 30)
			.mapToObj((i) -> "%s-%d,,1.00\n".formatted(sku, i))
			.collect(Collectors.joining("", "sku,name,price\n", "")));
		assertThat(done.words()).contains("Line 26").doesNotContain("Line 27");
		String next = done.text().replaceAll("(?s).*id=\"more\"[^>]*><a[^>]*href=\"([^\"]*)\".*", "$1");
		assertThat(this.browser.get(next).words()).contains("Line 27").contains("Line 31").doesNotContain("Line 26");
	}

	@Test
	void makesOneImportOfOneFormSentTwice() {
		String csv = "sku,name,price\nIMPORT-%s,Tray,4.50\n".formatted(UUID.randomUUID());
		Browser.Page page = this.browser.get(IMPORTS);
		Map<String, String> fields = Map.of("key", page.hidden("key"));
		Browser.Page first = this.browser.upload(page, IMPORTS, fields, csv);
		assertThat(this.browser.upload(page, IMPORTS, fields, csv).location()).isEqualTo(first.location());
		Browser.Page other = this.browser.upload(page, IMPORTS, fields, csv + "IMPORT-X,Bowl,1\n");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.words()).contains("Another file was sent with this form before");
	}

	@Test
	void asksForAFile() {
		Browser.Page page = this.browser.get(IMPORTS);
		Browser.Page refused = this.browser.upload(page, IMPORTS, Map.of("key", page.hidden("key")), "");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("id=\"file-error\"");
		assertThat(this.browser.post(page, IMPORTS, Map.of("key", page.hidden("key"))).status()).isEqualTo(422);
	}

	@Test
	void saysThatAFileCannotBeRead() {
		assertThat(imported("a,b,c\n1,2,3\n").words()).contains("Failed").contains("could not be read to its end");
	}

	private Browser.Page imported(String csv) {
		Browser.Page page = this.browser.get(IMPORTS);
		Browser.Page started = this.browser.upload(page, IMPORTS, Map.of("key", page.hidden("key")), csv);
		assertThat(started.status()).isEqualTo(302);
		return Awaitility.await()
			.until(() -> this.browser.follow(started), (report) -> !report.text().contains("<progress"));
	}

}
