package io.pangea.backoffice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.orders.Order;
import io.pangea.orders.OrderId;
import io.pangea.orders.Orders;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class OrderPagesTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	ProductCatalog catalog;

	@Autowired
	Orders orders;

	private People.Person staff;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.staff = this.people.staff();
		this.browser = Browser.signedIn(this.port, this.staff.token());
	}

	@Test
	void showsAnOrderWithItsMoneyAndHistory() {
		OrderId id = ordered(ProductKind.PHYSICAL);
		Browser.Page page = this.browser.get(path(id));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Order " + order(id).number())
			.contains("A tray")
			.contains("guest@pangea.example")
			.contains("Authorised")
			.contains("Captured")
			.contains("Goods set aside")
			.contains("Delivery (Standard)")
			.contains("Mark as shipped");
		assertThat(page.text()).doesNotContain("??");
		assertThat(this.browser.get("/backoffice/orders?status=CONFIRMED").text()).contains(path(id));
		assertThat(this.browser.get("/backoffice/orders?status=CANCELLED").text()).doesNotContain(path(id));
	}

	@Test
	void showsListsMoreOftenThanThereAreConnections() {
		for (int i = 0; i < 25; i++) {
			assertThat(this.browser.get("/backoffice/orders").status()).isEqualTo(200);
		}
	}

	@Test
	void ships() {
		OrderId id = ordered(ProductKind.PHYSICAL);
		Browser.Page page = this.browser.get(path(id));
		Browser.Page refused = this.browser.post(page, path(id) + "/shipment", Map.of("carrier", " "));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("id=\"carrier-error\"");

		Browser.Page shipped = this.browser.post(page, path(id) + "/shipment",
				Map.of("carrier", "Correios", "trackingCode", "BR1"));
		assertThat(this.browser.follow(shipped).words()).contains("The order was marked as shipped.")
			.contains("Correios")
			.contains("BR1")
			.doesNotContain("Mark as shipped");
	}

	@Test
	void hasNothingToShipInADigitalOrder() {
		OrderId id = ordered(ProductKind.DIGITAL);
		Browser.Page page = this.browser.get(path(id));
		assertThat(page.words()).contains("There is nothing to ship.");
		assertThat(this.browser.post(page, path(id) + "/shipment", Map.of("carrier", "Correios")).status())
			.isEqualTo(422);
	}

	@Test
	void paysBackOnceHoweverOftenTheFormIsSent() {
		OrderId id = ordered(ProductKind.DIGITAL);
		Browser.Page page = this.browser.get(path(id));
		Map<String, String> form = Map.of("key", page.hidden("key"), "amount", "1.50", "reason", "Scratched");
		Browser.Page first = this.browser.post(page, path(id) + "/refunds", form);
		Browser.Page again = this.browser.post(page, path(id) + "/refunds", form);
		assertThat(List.of(first.status(), again.status())).containsOnly(302);
		Order order = order(id);
		assertThat(order.refunded().plus(order.refundPending())).isEqualTo(Money.ofMinor(CurrencyUnit.USD, 150));
		assertThat(this.browser.follow(first).words()).contains("The refund is on its way.");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.browser.get(path(id)).words()).contains("Paid back $1.50 (Scratched)"));

		Browser.Page reused = this.browser.post(page, path(id) + "/refunds",
				Map.of("key", page.hidden("key"), "amount", "2", "reason", "Scratched"));
		assertThat(reused.status()).isEqualTo(422);
		assertThat(reused.words()).contains("This form was sent before");
		assertThat(reused.hidden("key")).isNotEqualTo(page.hidden("key"));
	}

	@Test
	void paysBackAllThatIsLeft() {
		OrderId id = ordered(ProductKind.DIGITAL);
		Browser.Page page = this.browser.get(path(id));
		this.browser.post(page, path(id) + "/refunds",
				Map.of("key", page.hidden("key"), "amount", "", "reason", "Not as shown"));
		Order order = order(id);
		assertThat(order.refunded().plus(order.refundPending())).isEqualTo(order.quote().total());
		assertThat(this.browser.get(path(id)).words()).contains("There is nothing to pay back.");
	}

	@Test
	void showsWhatIsWrongWithARefund() {
		OrderId id = ordered(ProductKind.DIGITAL);
		Browser.Page page = this.browser.get(path(id));
		String key = page.hidden("key");
		Browser.Page empty = this.browser.post(page, path(id) + "/refunds", Map.of("key", key, "amount", "-1"));
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.text()).contains("id=\"amount-error\"").contains("id=\"reason-error\"");
		assertThat(empty.hidden("key")).isEqualTo(key);
		Browser.Page much = this.browser.post(page, path(id) + "/refunds",
				Map.of("key", key, "amount", "100000", "reason", "Gift"));
		assertThat(much.words()).contains("can be paid back.").contains("No more than $");
		assertThat(order(id).refunded().isZero()).isTrue();
	}

	private OrderId ordered(ProductKind kind) {
		Buyer buyer = Buyer.guest(new Shop("http://localhost:" + this.port));
		buyer.add(onSale(kind).id().toString(), 1).ok();
		String id = buyer.order("tok_success").ok().text("/id");
		assertThat(buyer.settled(id).text("/status")).isEqualTo("CONFIRMED");
		return OrderId.valueOf(id);
	}

	private Product onSale(ProductKind kind) {
		return this.people.as(this.staff, () -> {
			Product product = this.catalog.add(new ProductDescription("OFFICE-" + UUID.randomUUID(), "A tray", "",
					"kitchen-table", null, kind, Money.ofMinor(CurrencyUnit.USD, 990), List.of(), Map.of(), Map.of(),
					null, ProductStatus.ACTIVE), null);
			return (kind == ProductKind.PHYSICAL) ? this.catalog.setStock(product.id(), 5) : product;
		});
	}

	private Order order(OrderId id) {
		return this.people.as(this.staff, () -> this.orders.find(id, null));
	}

	private static String path(OrderId id) {
		return "/backoffice/orders/" + id;
	}

}
