package io.pangea.backoffice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class StaffOnlyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	ProductCatalog catalog;

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice", "/backoffice/products", "/backoffice/products/new", "/backoffice/imports",
			"/backoffice/orders", "/backoffice/customers", "/backoffice/films", "/backoffice/films/new",
			"/backoffice/sales", "/backoffice/viewing" })
	void sendsGuestsToSignInAndTellsCustomersAndLetsStaffIn(String path) {
		Browser.Page guest = Browser.ofGuest(this.port).get(path);
		assertThat(guest.status()).isEqualTo(302);
		assertThat(guest.location()).endsWith("/sign-in?next=" + path.replace("/", "%2F"));

		Browser.Page customer = Browser.signedIn(this.port, this.people.customer().token()).get(path);
		assertThat(customer.status()).isEqualTo(403);
		assertThat(customer.words()).contains("This page is for staff").contains("Sign out to use another account");

		Browser.Page staff = Browser.signedIn(this.port, this.people.staff().token()).get(path);
		assertThat(staff.status()).isEqualTo(200);
		assertThat(staff.words()).contains("Back office");
	}

	@Test
	void everyPageAsksForTheRole(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
		var handlers = requestMappingHandlerMapping.getHandlerMethods()
			.values()
			.stream()
			.map((method) -> method.getBeanType())
			.filter((type) -> type.getPackageName().equals(Browser.class.getPackageName()))
			.toList();
		assertThat(handlers).hasSizeGreaterThan(10)
			.allSatisfy(
					(type) -> assertThat(AnnotatedElementUtils.getMergedAnnotationAttributes(type, PreAuthorize.class))
						.containsEntry("value",
								type.equals(DeliveryPages.class) ? "hasRole('ADMIN')" : "hasRole('STAFF')"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice/products", "/backoffice/imports", "/backoffice/orders/%s/shipment",
			"/backoffice/orders/%s/refunds", "/backoffice/products/%s", "/backoffice/products/%s/stock",
			"/backoffice/products/%s/status", "/backoffice/films", "/backoffice/films/%s",
			"/backoffice/films/%s/upload", "/backoffice/films/%s/publication", "/backoffice/films/%s/withdrawal",
			"/backoffice/films/%s/retry", "/backoffice/customers/%s/roles", "/backoffice/films/%s/subtitles",
			"/backoffice/films/%s/subtitles/removal" })
	void refusesFormsWithoutToken(String path) {
		Browser browser = Browser.signedIn(this.port, this.people.staff().token());
		Browser.Page refused = browser.post(path.formatted(UUID.randomUUID()), Map.of("key", "k", "onHand", "1"));
		assertThat(refused.status()).isEqualTo(403);
	}

	@Test
	void refusesCustomersForms() {
		Browser browser = Browser.signedIn(this.port, this.people.customer().token());
		Browser.Page page = browser.get("/sign-in");
		Browser.Page refused = browser.post(page, "/backoffice/products", Map.of("sku", "X"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.words()).contains("This page is for staff");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice/products/nonsense", "/backoffice/products/%s", "/backoffice/orders/%s",
			"/backoffice/imports/%s", "/backoffice/films/%s", "/backoffice/customers/%s",
			"/backoffice/customers/nonsense" })
	void saysThatThereIsNoSuchThing(String path) {
		Browser.Page missing = Browser.signedIn(this.port, this.people.staff().token())
			.get(path.formatted(UUID.randomUUID()));
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.words()).contains("We could not find this");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice/orders?cursor=nonsense", "/backoffice/products?cursor=nonsense",
			"/backoffice/films?state=READY&cursor=nonsense", "/backoffice/customers?cursor=nonsense" })
	void saysThatAnAddressMakesNoSense(String path) {
		Browser.Page page = Browser.signedIn(this.port, this.people.staff().token()).get(path);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.words()).contains("We could not make sense of this");
	}

	@Test
	void speaksPortuguese() {
		Browser browser = Browser.signedIn(this.port, this.people.staff().token());
		Browser.Page back = browser.get("/language/pt-BR?next=/backoffice/orders");
		assertThat(browser.follow(back).words()).contains("Pedidos").contains("Bastidores");
	}

	@Test
	void showsWhatNeedsAttention() {
		People.Person staff = this.people.staff();
		Browser browser = Browser.signedIn(this.port, staff.token());
		long before = drafts(browser);
		this.people.as(staff, () -> this.catalog.add(draft(), null));
		this.people.as(staff, () -> this.catalog.add(draft(), null));
		assertThat(drafts(browser)).isEqualTo(before + 2);
		assertThat(browser.get("/backoffice").words()).containsPattern("\\d+\\+? orders? to ship")
			.contains("Last imports");
	}

	private static long drafts(Browser browser) {
		Matcher figure = Pattern.compile("([\\d,]+) draft products?").matcher(browser.get("/backoffice").words());
		assertThat(figure.find()).isTrue();
		return Long.parseLong(figure.group(1).replace(",", ""));
	}

	private static ProductDescription draft() {
		return new ProductDescription("DRAFT-" + UUID.randomUUID(), "A thought", "", "kitchen-table", null,
				ProductKind.DIGITAL, Money.ofMinor(CurrencyUnit.USD, 990), List.of(), Map.of(), Map.of(), null,
				ProductStatus.DRAFT);
	}

}
