package io.pangea.backoffice;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class ReportPagesTests {

	@LocalServerPort
	int port;

	private Browser browser;

	@BeforeEach
	void signIn(@Autowired People people) {
		this.browser = Browser.signedIn(this.port, people.staff().token());
	}

	@Test
	void showsSalesWithATableBehindEachPicture() {
		Browser.Page page = this.browser.get("/backoffice/sales?from=2026-01-01&to=2026-01-02&zone=UTC&by=HOUR");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("From visit to order", "As a table", "Looked at something",
				"2026-01-01 05:00");
		assertThat(page.text()).doesNotContain("??").doesNotContain("style=");
	}

	@Test
	void showsViewingWithATableBehindEachPicture() {
		Browser.Page page = this.browser.get("/backoffice/viewing");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("watching now", "Until the first picture", "As a table",
				LocalDate.now(ZoneOffset.UTC).toString());
		assertThat(page.text()).doesNotContain("??").doesNotContain("style=");
	}

	@Test
	void showsWhereTheViewersOfAFilmLeave() {
		Browser.Page page = this.browser.get("/backoffice/viewing?film=019ac000-0000-7000-8000-000000000000");
		assertThat(page.words()).contains("Where viewers of this film are", "95 %");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice/sales", "/backoffice/viewing" })
	void picturesAskForTheNumbersOfTheirTables(String path) {
		Browser.Page data = this.browser.get(path + "/data?from=2026-01-01&to=2026-01-03&by=DAY");
		assertThat(data.status()).isEqualTo(200);
		assertThat(data.text()).contains("\"2026-01-02\"", "\"values\":[").doesNotContain("nothing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=soon", "zone=Mars", "by=CENTURY", "from=2026-02-01&to=2026-01-01",
			"from=2020-01-01&to=2026-01-01&by=HOUR", "from=0001-01-01&to=9999-12-31" })
	void saysThatDaysMakeNoSenseAndShowsTheUsualOnes(String query) {
		for (String path : List.of("/backoffice/sales?", "/backoffice/viewing?")) {
			Browser.Page page = this.browser.get(path + query);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.words()).contains("The last 30 days are shown.");
		}
	}

	@Test
	void handsOutFilesForSpreadsheets() {
		Browser.Page file = this.browser.get("/backoffice/sales/export?report=FUNNEL&from=2026-01-01&to=2026-01-02");
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.text()).startsWith("period.from,").contains("2026-01-02");
	}

	@Test
	void speaksPortuguese() {
		this.browser.get("/language/pt-BR?next=/backoffice");
		assertThat(this.browser.get("/backoffice/sales").words()).contains("Da visita ao pedido");
		assertThat(this.browser.get("/backoffice/viewing").words()).contains("assistindo agora").doesNotContain("??");
	}

}
