package io.pangea.backoffice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Registration;
import io.pangea.accounts.Role;
import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class CustomerPagesTests {

	private static final String LIST = "/backoffice/customers";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Accounts accounts;

	@Autowired
	ProductCatalog catalog;

	private Person staff;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.staff = this.people.staff();
		this.browser = Browser.signedIn(this.port, this.staff.token());
	}

	@Test
	void findsACustomerByPartOfTheirAddress() {
		Person customer = this.people.customer();
		Browser.Page page = this.browser.get(LIST + "?q=" + customer.email().substring(7, 43));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains(customer.email(), "A Person").doesNotContain(this.staff.email());
		assertThat(page.text()).contains("<a href=\"" + path(customer.id()) + "\"").doesNotContain("??");
	}

	@Test
	void saysThatNobodyWasFound() {
		Browser.Page page = this.browser.get(LIST + "?q=nobody-" + UUID.randomUUID());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Nobody found", "Guests have no account");
	}

	@Test
	void showsMoreThanAPageAndWhoWorksHere() {
		String name = "Crowd " + UUID.randomUUID();
		for (int i = 0; i < 26; i++) {
			this.accounts.register(new Registration(UUID.randomUUID() + "@pangea.example", "a password", name));
		}
		Browser.Page first = this.browser.get(LIST + "?q=" + name.replace(' ', '+'));
		assertThat(first.text()).containsOnlyOnce("id=\"more\"").contains("cursor=").contains("Show more");
		String next = first.text().replaceAll("(?s).*<a class=\"button button--quiet\" href=\"([^\"]*)\".*", "$1");
		Browser.Page last = this.browser.get(next.replace("&amp;", "&"));
		assertThat(last.words()).contains(name, "Back to the first page").doesNotContain("Show more");
		assertThat(last.text().split("<tr>", -1)).hasSize(3);
		assertThat(this.browser.get(LIST + "?role=STAFF&q=" + this.staff.email()).words()).contains(this.staff.email());
		assertThat(this.browser.get(LIST + "?role=ADMIN&q=" + this.staff.email()).words()).contains("Nobody found");
	}

	@Test
	void showsWhoBoughtWhat() {
		Shop shop = new Shop("http://localhost:" + this.port);
		Person customer = this.people.customer();
		Buyer buyer = Buyer.signedIn(shop, customer.email(), customer.password());
		buyer.add(onSale().id().toString(), 1).ok();
		String order = buyer.order("tok_success").ok().text("/id");
		buyer.settled(order);

		Browser.Page page = this.browser.get(path(customer.id()));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("A Person", customer.email(), "Has an account since");
		assertThat(page.text()).contains("/backoffice/orders/" + order).doesNotContain("??");
		assertThat(this.browser.get("/backoffice/orders/" + order).text())
			.contains("href=\"" + path(customer.id()) + "\"");
		assertThat(this.browser.get(path(this.staff.id())).words())
			.contains("Nothing was ordered with this account yet.");
	}

	@Test
	void showsNeitherAddressesNorRolesToChangeToStaff() {
		Person customer = this.people.customer();
		Browser.Page page = this.browser.get(path(customer.id()));
		assertThat(page.words()).doesNotContain("Change role");
		Browser.Page refused = this.browser.post(page, path(customer.id()) + "/roles",
				Map.of("role", "STAFF", "seen", "CUSTOMER"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.words()).contains("This page is for administrators");
		assertThat(roles(customer)).containsExactly(Role.CUSTOMER);
	}

	@Test
	void givesAndTakesRoles() {
		Person customer = this.people.customer();
		Browser administrator = Browser.signedIn(this.port, this.people.admin().token());
		Browser.Page page = administrator.get(path(customer.id()));
		assertThat(page.words()).contains("Change role", "from the next time they sign in");
		Map<String, String> promotion = Map.of("role", "ADMIN", "seen", page.hidden("seen"));
		Browser.Page done = administrator.post(page, path(customer.id()) + "/roles", promotion);
		assertThat(administrator.follow(done).words()).contains("The role was changed.", "Administrator");
		assertThat(roles(customer)).containsExactly(Role.values());
		Browser.Page again = administrator.post(page, path(customer.id()) + "/roles", promotion);
		assertThat(administrator.follow(again).words()).contains("The role was changed.");

		Browser.Page now = administrator.get(path(customer.id()));
		administrator.post(now, path(customer.id()) + "/roles", Map.of("role", "CUSTOMER", "seen", now.hidden("seen")));
		assertThat(roles(customer)).containsExactly(Role.CUSTOMER);
	}

	@Test
	void givesNothingBackThatSomebodyElseTookAway() {
		Person other = this.people.admin();
		Browser administrator = Browser.signedIn(this.port, this.people.admin().token());
		Browser.Page page = administrator.get(path(other.id()));
		this.people.as(this.people.admin(), () -> this.accounts.assignRoles(other.id(), List.of()));
		Browser.Page late = administrator.post(page, path(other.id()) + "/roles",
				Map.of("role", "STAFF", "seen", page.hidden("seen")));
		assertThat(administrator.follow(late).words()).contains("Somebody changed this role meanwhile");
		assertThat(roles(other)).containsExactly(Role.CUSTOMER);
	}

	@Test
	void saysThatSomebodyHasToAdministerTheStore() {
		Person last = this.people.admin();
		this.people.as(last, () -> this.accounts.list(null, Role.ADMIN, null, 100).items())
			.stream()
			.filter((it) -> !it.id().equals(last.id()))
			.forEach((it) -> this.people.as(last, () -> this.accounts.assignRoles(it.id(), List.of())));
		Browser administrator = Browser.signedIn(this.port, last.token());
		Browser.Page page = administrator.get(path(last.id()));
		assertThat(page.words()).contains("This is your own account.");
		Browser.Page refused = administrator.post(page, path(last.id()) + "/roles",
				Map.of("role", "STAFF", "seen", page.hidden("seen")));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.words()).contains("Nothing was changed", "Nobody else may administer this store",
				"A Person");
		assertThat(roles(last)).contains(Role.ADMIN);
	}

	@Test
	void speaksPortuguese() {
		Browser administrator = Browser.signedIn(this.port, this.people.admin().token());
		Browser.Page page = administrator
			.follow(administrator.get("/language/pt-BR?next=" + path(this.people.customer().id())));
		assertThat(page.words()).contains("Clientes", "Tem conta desde", "Mudar função");
		assertThat(page.text()).doesNotContain("??");
	}

	private List<Role> roles(Person person) {
		return this.people.as(person, this.accounts::me).roles();
	}

	private Product onSale() {
		return this.people.as(this.staff,
				() -> this.catalog.add(new ProductDescription("OFFICE-" + UUID.randomUUID(), "A tune", "",
						"kitchen-table", null, ProductKind.DIGITAL, Money.ofMinor(CurrencyUnit.USD, 990), List.of(),
						Map.of(), Map.of(), null, ProductStatus.ACTIVE), null));
	}

	private static String path(AccountId id) {
		return LIST + "/" + id;
	}

}
