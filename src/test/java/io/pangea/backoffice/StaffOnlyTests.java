package io.pangea.backoffice;

import java.util.Map;
import java.util.UUID;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
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

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice", "/backoffice/products", "/backoffice/products/new", "/backoffice/imports",
			"/backoffice/orders", "/backoffice/films", "/backoffice/films/new", "/backoffice/sales",
			"/backoffice/viewing" })
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
			"/backoffice/films/%s/retry", "/backoffice/films/%s/subtitles", "/backoffice/films/%s/subtitles/removal" })
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
			"/backoffice/imports/%s", "/backoffice/films/%s" })
	void saysThatThereIsNoSuchThing(String path) {
		Browser.Page missing = Browser.signedIn(this.port, this.people.staff().token())
			.get(path.formatted(UUID.randomUUID()));
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.words()).contains("We could not find this");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/backoffice/orders?cursor=nonsense", "/backoffice/products?cursor=nonsense",
			"/backoffice/films?state=READY&cursor=nonsense" })
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
		Browser.Page page = Browser.signedIn(this.port, this.people.staff().token()).get("/backoffice");
		assertThat(page.words()).contains("orders to ship").contains("draft products").contains("Last imports");
	}

}
