package io.pangea.storefront;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.pangea.orders.OrderId;
import io.pangea.orders.Orders;
import io.pangea.orders.Refund;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.storefront.Browser.Page;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class CheckoutPagesTests {

	@LocalServerPort
	private int port;

	private Stall stall;

	private Browser browser;

	@BeforeEach
	void open(@Autowired ProductCatalog catalog, @Autowired People people) {
		this.stall = new Stall(catalog, people);
		this.browser = new Browser(this.port);
	}

	@Test
	void keepsAGuestsCartInACookieNoScriptCanRead() {
		Page added = put(this.stall.offer("Kettle", "USD 20.00", 9), "2");
		assertThat(added.location()).isEqualTo("/cart");
		assertThat(added.header("Set-Cookie")).contains("cart=", "HttpOnly", "SameSite=Lax", "Path=/");
		assertThat(this.browser.follow(added).body()).contains("Kettle", "$40.00", "2 items");
	}

	@Test
	void changesAndRemovesLines() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 9);
		Page cart = this.browser.follow(put(kettle, "2"));
		cart = this.browser.follow(this.browser.submit(cart, "/cart/items/" + kettle.id(), "quantity", "3"));
		assertThat(cart.body()).contains("$60.00");
		cart = this.browser.follow(this.browser.submit(cart, "/cart/items/" + kettle.id(), "quantity", "0"));
		assertThat(cart.body()).contains("Your cart is empty");
	}

	@Test
	void saysWhyACartCannotTakeMore() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 999);
		assertThat(this.browser.follow(put(kettle, "100")).body()).contains("no more than 99");
		assertThat(this.browser.follow(put(kettle, "some")).body()).contains("Please give a quantity");
		assertThat(this.browser.get("/cart?problem=invented").body()).doesNotContain("??");
	}

	@Test
	void answersAScriptWithANoticeAndTheNewCount() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 9);
		Page page = this.browser.get("/products/" + kettle.slug());
		Page notice = this.browser.submitAsScript(page, "/cart/items", "productId", kettle.id().toString(), "quantity",
				"2");
		assertThat(notice.status()).isEqualTo(200);
		assertThat(notice.body()).contains("Kettle is in your cart.", "hx-swap-oob", "2 items").doesNotContain("<html");
	}

	@Test
	void refusesAFormWithoutItsToken() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 9);
		Page refused = this.browser.post("/cart/items", "wrong", "productId", kettle.id().toString());
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body()).contains("This page is not open to you");
		assertThat(this.browser.get("/cart").body()).contains("Your cart is empty");
	}

	@Test
	void sendsWhoLacksAStepToIt() {
		assertThat(this.browser.get("/checkout/address").location()).isEqualTo("/cart");
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		assertThat(this.browser.get("/checkout/review").location()).isEqualTo("/checkout/address");
		assertThat(this.browser.get("/checkout/pay").location()).isEqualTo("/checkout/address");
		assertThat(this.browser.get("/checkout/delivery").location()).isEqualTo("/checkout/address");
	}

	@Test
	void namesTheFieldsThatAreWrong() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page form = this.browser.get("/checkout/address");
		Page wrong = this.browser.submit(form, "/checkout/address", "email", "nobody", "address.recipient", "Ana",
				"address.line1", "", "address.city", "Rio", "address.postalCode", "1", "address.country", "BR");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("href=\"#email\"", "This does not look like an e-mail address.",
				"href=\"#address-line1\"", "id=\"address-line1-error\"", "value=\"Rio\"", "value=\"nobody\"");
	}

	@Test
	void namesThemInTheOrderOfTheForm() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page form = this.browser.get("/checkout/address");
		Page wrong = this.browser.submit(form, "/checkout/address", "email", "", "address.recipient", "",
				"address.line1", "", "address.city", "", "address.postalCode", "", "address.country", "XX");
		assertThat(wrong.all("<a href=\"#((?:email|address-)[^\"]*)\"")).containsExactly("email", "address-recipient",
				"address-line1", "address-city", "address-postalCode", "address-country");
	}

	@Test
	void asksWhereToSendNothingThatIsNotShipped() {
		put(this.stall.offerDownload("Pattern", "USD 5.00"), "1");
		Page form = this.browser.get("/checkout/address");
		assertThat(form.body()).contains("Your address", "Nothing in this order is shipped")
			.doesNotContain("Where should it go?", "Delivery and tax", "<span>Delivery</span>");
		Page review = this.browser.follow(toDelivery());
		assertThat(review.body()).contains("Check your order", "Invoice to")
			.doesNotContain("Goes to", "/checkout/delivery");
		Page placed = pay(this.browser.get("/checkout/pay"), "tok_success");
		assertThat(await(placed.location(), "Your order is confirmed").body()).contains("Invoice to")
			.doesNotContain("Goes to");
	}

	@Test
	void confirmsAnOrderOfAGuest() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "2");
		Page pay = toPay();
		assertThat(pay.body()).contains("$44.90", "Test card: approved", "No card number is ever asked for");
		Page placed = pay(pay, "tok_success");
		Page confirmed = await(placed.location(), "Your order is confirmed");
		assertThat(confirmed.body()).contains("2 × ", "Kettle", "Rua das Laranjeiras 12", "$44.90");
		assertThat(new Browser(this.port).get(placed.location()).status()).isEqualTo(404);
		Awaitility.await().untilAsserted(() -> assertThat(this.browser.get("/cart").body()).contains("is empty"));
	}

	@Test
	void opensWhatWasOrderedAsAGuestAlsoAfterSigningIn(@Autowired People people) {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		String order = await(pay(toPay(), "tok_success").location(), "Your order is confirmed").path();
		signIn(people.customer());
		assertThat(this.browser.get(order).status()).isEqualTo(200);
		this.browser.submit(this.browser.get("/account"), "/sign-out");
		put(this.stall.offer("Candle", "USD 10.00", 9), "1");
		assertThat(this.browser.get(order).status()).isEqualTo(200);
		signIn(people.customer());
		assertThat(this.browser.get(order).status()).isEqualTo(200);
		assertThat(this.browser.get("/account/orders").words()).contains("not ordered anything yet");
	}

	@Test
	void asksAtTheBankAlsoWhoSignedInMeanwhile(@Autowired People people) {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		String order = pay(toPay(), "tok_3ds").location();
		await(order, "Your bank asks you to confirm");
		signIn(people.customer());
		assertThat(this.browser.get(order + "/payment").body()).contains("$24.90", "Approve");
	}

	@Test
	void keepsAGuestsOrderOpenAsLongAsACart() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		assertThat(pay(toPay(), "tok_success").header("Set-Cookie"))
			.containsPattern("cart=[^;]+;[^\n]*Max-Age=2592000[^\n]*HttpOnly");
	}

	@Test
	void showsWhatEachDeliveryCostsForThisCart() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		assertThat(toDelivery().words())
			.contains("Standard $4.90 3 to 5 working days Free for goods worth $50.00 or more");
		put(this.stall.offer("Urn", "USD 30.00", 9), "1");
		assertThat(this.browser.get("/checkout/delivery").words()).contains("Standard Free 3 to 5", "Express $14.90")
			.doesNotContain("or more");
	}

	@Test
	void placesOneOrderForADoubleClick() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page pay = toPay();
		assertThat(pay(pay, "tok_success").location()).isEqualTo(pay(pay, "tok_success").location());
	}

	@Test
	void answersARepeatWithItsOrderThoughTheCartIsEmptyByThen() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page pay = toPay();
		String order = pay(pay, "tok_success").location();
		await("/cart", "Your cart is empty");
		assertThat(pay(pay, "tok_success").location()).isEqualTo(order);
	}

	@Test
	void explainsADeclineAndTakesAnotherMeansOfPayment() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page declined = await(pay(toPay(), "tok_declined").location(), "The payment was declined");
		assertThat(declined.body()).contains("href=\"/checkout/pay\"", "Your cart is still full", "What was in it");
		assertThat(declined.words()).contains("Order cancelled : the payment was declined")
			.doesNotContain("What you ordered");
		this.browser.get("/language/pt-BR?next=/");
		assertThat(this.browser.get(declined.path()).words()).contains("Pedido feito")
			.contains("Pedido cancelado : o pagamento foi recusado");
		this.browser.get("/language/en?next=/");
		Page placed = pay(this.browser.get("/checkout/pay"), "tok_success");
		await(placed.location(), "Your order is confirmed");
	}

	@Test
	void saysWhatWasPaidBackInTheReadersLanguage(@Autowired Orders orders, @Autowired People people) {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		String path = await(pay(toPay(), "tok_success").location(), "Your order is confirmed").path();
		OrderId id = OrderId.valueOf(path.substring("/orders/".length()));
		People.Person staff = people.staff();
		people.as(staff, () -> {
			orders.refund(id, new Refund(Money.parse("USD 5.00"), "Scratched"), "scratched");
			return id;
		});
		assertThat(await(path, "You got back").words()).contains("$5.00 paid back").doesNotContain("USD 5.00");
		this.browser.get("/language/pt-BR?next=/");
		assertThat(this.browser.get(path).words()).contains("US$\u00a05,00 devolvidos");
	}

	@Test
	void asksThePayerAtTheirBank() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		String order = pay(toPay(), "tok_3ds").location();
		await(order, "Your bank asks you to confirm");
		Page bank = this.browser.get(order + "/payment");
		assertThat(bank.body()).contains("$24.90", "Approve", "Deny");
		assertThat(new Browser(this.port).get(order + "/payment").status()).isEqualTo(404);
		assertThat(this.browser.submit(bank, order + "/payment", "answer", "approve").location()).isEqualTo(order);
		await(order, "Your order is confirmed");
		assertThat(this.browser.get(order + "/payment").location()).isEqualTo(order);
	}

	@Test
	void saysWhatWasGoneWhenSomebodyWasQuicker() {
		Page late = Stream.generate(this::rivalsForTheLastKettle)
			.limit(5)
			.flatMap(List::stream)
			.filter((page) -> page.body().contains("Somebody was quicker"))
			.findFirst()
			.orElseThrow();
		assertThat(late.words()).contains("Last kettle: you wanted 1, 0 left",
				"Order cancelled : something was sold out");
	}

	/** Orders of guests who pay at the same moment. */
	private List<Page> rivalsForTheLastKettle() {
		Product last = this.stall.offer("Last kettle", "USD 20.00", 1);
		List<CompletableFuture<Page>> rivals = Stream.generate(() -> {
			this.browser = new Browser(this.port);
			put(last, "1");
			return Map.entry(this.browser, toPay());
		})
			.limit(4)
			.toList()
			.stream()
			.map((it) -> CompletableFuture.supplyAsync(() -> settled(it.getKey(), it.getValue()),
					Thread::startVirtualThread))
			.toList();
		return rivals.stream().map(CompletableFuture::join).toList();
	}

	private static Page settled(Browser guest, Page pay) {
		String placed = pay(guest, pay, "tok_success").location();
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> guest.get(placed), (page) -> !page.body().contains("We are working on your order"));
	}

	@Test
	void asksAgainWhenTheTotalChanged() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 9);
		put(kettle, "1");
		Page pay = toPay();
		this.stall.reprice(kettle, "USD 25.00");
		await("/checkout/review", "$29.90");
		Page again = pay(pay, "tok_success");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.body()).contains("It was $24.90 and is now $29.90");
		await(pay(again, "tok_success").location(), "Your order is confirmed");
	}

	@Test
	void sendsBackToTheCartForWhatCannotBeBought() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 2);
		put(kettle, "5");
		Page refused = this.browser.get("/checkout/address");
		assertThat(refused.location()).startsWith("/cart?problem=unavailable");
		assertThat(this.browser.follow(refused).body()).contains("Only 2 available", "cannot be bought as it is");
	}

	@Test
	void asksForAMeansOfPayment() {
		put(this.stall.offer("Kettle", "USD 20.00", 9), "1");
		Page wrong = pay(toPay(), "4111111111111111");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("Please choose a means of payment").doesNotContain("4111");
	}

	private Page put(Product product, String quantity) {
		Page page = this.browser.get("/products/" + product.slug());
		return this.browser.submit(page, "/cart/items", "productId", product.id().toString(), "quantity", quantity);
	}

	private void signIn(People.Person person) {
		Page form = this.browser.get("/sign-in");
		Page in = this.browser.submit(form, "/sign-in", "email", person.email(), "password", person.password());
		assertThat(in.location()).isEqualTo("/account");
	}

	private Page toDelivery() {
		Page address = this.browser.get("/checkout/address");
		return this.browser.follow(this.browser.submit(address, "/checkout/address", "email", "ana@pangea.example",
				"address.recipient", "Ana", "address.line1", "Rua das Laranjeiras 12", "address.city", "Rio de Janeiro",
				"address.postalCode", "22240-003", "address.country", "US"));
	}

	private Page toPay() {
		Page delivery = toDelivery();
		String cheapest = delivery.all("name=\"delivery\"[^>]*value=\"([^\"]*)\"").getFirst();
		Page review = this.browser.follow(this.browser.submit(delivery, "/checkout/delivery", "delivery", cheapest));
		assertThat(review.status()).isEqualTo(200);
		return this.browser.get("/checkout/pay");
	}

	private Page pay(Page page, String token) {
		return pay(this.browser, page, token);
	}

	private static Page pay(Browser browser, Page page, String token) {
		return browser.submit(page, "/checkout/pay", "key", page.hidden("key"), "amount", page.hidden("amount"),
				"currency", page.hidden("currency"), "token", token);
	}

	private Page await(String path, String text) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.browser.get(path), (page) -> page.body().contains(text));
	}

}
