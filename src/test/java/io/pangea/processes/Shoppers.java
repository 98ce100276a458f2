package io.pangea.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.journeys.Shop.Answer;
import io.pangea.journeys.Staff;
import io.pangea.processes.Observations.About;

/**
 * People who look around, fill a cart and order, over and over, and repeat what was not
 * answered under the same key. Some cards are declined, some ask the payer first, some
 * goods are scarce, and some orders are paid back by staff.
 */
final class Shoppers {

	private static final Duration FOLLOWS = Duration.ofSeconds(20);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Shop shop;

	private final Staff staff;

	private final Observations seen;

	private final List<String> goods;

	private final String scarce;

	private final Collection<Sale> sales = new ConcurrentLinkedQueue<>();

	private final Collection<Throwable> complaints = new ConcurrentLinkedQueue<>();

	private volatile boolean open = true;

	Shoppers(Shop shop, Staff staff, Observations seen, List<String> goods, String scarce) {
		this.shop = shop;
		this.staff = staff;
		this.seen = seen;
		this.goods = goods;
		this.scarce = scarce;
	}

	/** Lets some in, who take a breath before each thing they do. */
	void come(int number, Duration breath, Random random) {
		random.longs(number).forEach((seed) -> this.threads.execute(() -> shop(new Random(seed), breath)));
	}

	/**
	 * Lets staff change the price of something over and over that somebody keeps in a
	 * cart.
	 */
	void reprice(String product, Duration breath) {
		this.threads.execute(() -> {
			this.seen.patiently(About.BUYING, () -> Buyer.guest(this.shop).add(product, 1).ok());
			for (int cents = 1001; this.open; cents++) {
				int price = cents;
				this.seen.patiently(About.BUYING, () -> {
					this.staff.reprices(product, price);
					return price;
				});
				pause(breath);
			}
		});
	}

	private void shop(Random random, Duration breath) {
		while (this.open) {
			try {
				trip(random, breath);
			}
			catch (RuntimeException | AssertionError ex) {
				this.complaints.add(ex);
			}
		}
	}

	/** Lets nobody in any more, and waits until those inside are done. */
	void leave() throws InterruptedException {
		this.open = false;
		this.threads.shutdown();
		if (!this.threads.awaitTermination(5, TimeUnit.MINUTES)) {
			throw new IllegalStateException("Somebody is still in the shop");
		}
	}

	/** Orders somebody was told of. */
	Collection<Sale> sales() {
		return this.sales;
	}

	/** What went wrong, other than that an answer had to be waited for. */
	Collection<Throwable> complaints() {
		return this.complaints;
	}

	private void trip(Random random, Duration breath) {
		String product = (random.nextInt(100) < 10) ? this.scarce : this.goods.get(random.nextInt(this.goods.size()));
		this.seen.patiently(About.BROWSING, () -> this.shop.get("/").ok());
		pause(breath);
		this.seen.patiently(About.BROWSING, () -> this.shop.get("/api/products/" + product).ok());
		pause(breath);
		Buyer buyer = (random.nextInt(100) < 10) ? this.seen.patiently(About.BUYING, () -> Buyer.member(this.shop))
				: guest();
		int quantity = 1 + random.nextInt(3);
		String key = UUID.randomUUID().toString();
		if (this.seen.patiently(About.BUYING, () -> soldOutOr(product, buyer.add(product, quantity, key)))
			.status() == 409) {
			return;
		}
		pause(breath);
		String token = token(random);
		boolean sentBack = random.nextInt(100) < 10;
		order(buyer, product, quantity, token, sentBack);
	}

	private Buyer guest() {
		String key = UUID.randomUUID().toString();
		return this.seen.patiently(About.BUYING, () -> Buyer.guest(this.shop, key));
	}

	private void order(Buyer buyer, String product, int quantity, String token, boolean sentBack) {
		String delivery = this.seen.patiently(About.BUYING, buyer::deliveryOption);
		String key = UUID.randomUUID().toString();
		Answer placed = this.seen.patiently(About.BUYING, () -> soldOutOr(product, buyer.order(token, delivery, key)));
		if (placed.status() == 409) {
			return;
		}
		String order = placed.text("/id");
		this.sales.add(new Sale(order, buyer.cart(), product, quantity, token));
		follow(buyer, order, token, sentBack);
	}

	private void follow(Buyer buyer, String order, String token, boolean sentBack) {
		Instant until = Instant.now().plus(FOLLOWS);
		boolean answered = !token.equals("tok_3ds");
		while (!answered || Instant.now().isBefore(until)) {
			Answer now = this.seen.patiently(About.BUYING, () -> buyer.find(order).ok());
			switch (now.text("/status")) {
				case "ACTION_REQUIRED" -> answered = approve(now);
				case "CONFIRMED" -> {
					if (sentBack) {
						payBack(order);
					}
					return;
				}
				case "CANCELLED" -> {
					return;
				}
				default -> {
				}
			}
			pause(Duration.ofMillis(250));
		}
	}

	private boolean approve(Answer order) {
		String challenge = "/api/payments/%s/challenge?secret=%s&approved=true".formatted(order.text("/paymentId"),
				order.text("/actionSecret"));
		this.seen.patiently(About.BUYING, () -> this.shop.put(challenge, Map.of()).ok());
		return true;
	}

	private void payBack(String order) {
		String key = UUID.randomUUID().toString();
		this.seen.patiently(About.BUYING,
				() -> this.staff.post("/api/orders/%s/refunds".formatted(order), Map.of("reason", "did not fit"), key)
					.ok());
	}

	/** Of scarce goods there may be none left, and that is an answer. */
	private Answer soldOutOr(String product, Answer answer) {
		return (answer.status() == 409 && product.equals(this.scarce)) ? answer : answer.ok();
	}

	private static String token(Random random) {
		int chance = random.nextInt(100);
		return (chance < 10) ? "tok_declined" : (chance < 25) ? "tok_3ds" : "tok_success";
	}

	private static void pause(Duration breath) {
		LockSupport.parkNanos(breath.toNanos());
	}

}
