package io.pangea.recommendations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderLine;
import io.pangea.playback.PlaybackFinished;
import io.pangea.playback.PlaybackId;
import io.pangea.products.ProductId;
import io.pangea.products.ProductListed;
import io.pangea.products.ProductWithdrawn;
import io.pangea.testing.StoreTest;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class RecommendationsTests {

	private static final Money PRICE = Money.of(CurrencyUnit.USD, 5);

	private static final Wanted ANYTHING = new Wanted(null, null, null, null, null, 50);

	@Autowired
	Recommendations recommendations;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Memory memory;

	@Autowired
	Trainer trainer;

	private final TransactionOperations transactions;

	private final RecommendationListeners listeners;

	@Autowired
	RecommendationsTests(ItemRows items, Likes likes, People people, TransactionOperations transactions) {
		this.listeners = new RecommendationListeners(items, likes, people);
		this.transactions = transactions;
	}

	@Test
	void countsEachLikeOnceInWhateverOrderItIsTold() {
		List<ProductId> goods = Stream.generate(ProductId::next).limit(3).toList();
		VideoId film = VideoId.next();
		AccountId buyer = AccountId.next();
		List<Object> facts = new ArrayList<>();
		goods.forEach((it) -> facts.add(listed(it)));
		facts.add(published(film, 1, 0));
		facts.add(bought(buyer, goods.get(0), goods.get(1)));
		facts.add(bought(buyer, goods.get(1), goods.get(2)));
		facts.add(bought(null, goods.get(0), goods.get(1)));
		facts.add(watched(buyer, film, 50));
		facts.add(watched(buyer, film, 100));
		facts.addAll(List.copyOf(facts));
		Collections.shuffle(facts, new Random(1));
		facts.forEach(this::hear);
		assertThat(people(Item.of(goods.get(0)))).isEqualTo(2);
		assertThat(people(Item.of(goods.get(2)))).isEqualTo(1);
		assertThat(people(Item.of(film))).isEqualTo(1);
		assertThat(both(Item.of(goods.get(0)), Item.of(goods.get(1)))).isEqualTo(2);
		assertThat(both(Item.of(goods.get(1)), Item.of(goods.get(0)))).isEqualTo(2);
		assertThat(both(Item.of(goods.get(0)), Item.of(goods.get(2)))).isEqualTo(1);
		assertThat(both(Item.of(film), Item.of(goods.get(2)))).isEqualTo(1);
	}

	@Test
	void recommendsAcrossKindsWithTheReason() {
		ProductId product = ProductId.next();
		VideoId film = VideoId.next();
		hear(listed(product), published(film, 1, 0));
		IntStream.range(0, 2).mapToObj((it) -> AccountId.next()).forEach((other) -> {
			hear(bought(other, product));
			hear(watched(other, film, 60));
		});
		AccountId viewer = AccountId.next();
		hear(watched(viewer, film, 60));
		Suggestion goods = suggested(viewer, Item.of(product));
		assertThat(goods.reason()).isEqualTo(new Reason(Reason.Code.YOU_WATCHED, Item.of(film)));
		assertThat(mine(viewer)).extracting(Suggestion::item).doesNotContain(Item.of(film));
		AccountId buyer = AccountId.next();
		hear(bought(buyer, product));
		assertThat(suggested(buyer, Item.of(film)).reason())
			.isEqualTo(new Reason(Reason.Code.YOU_BOUGHT, Item.of(product)));
		assertThat(as(viewer, () -> this.recommendations.becauseYouWatched(ANYTHING))).first()
			.returns(film, Shelf::film)
			.satisfies((shelf) -> assertThat(shelf.items()).extracting(Suggestion::item).contains(Item.of(product)));
		assertThat(this.recommendations.similarToProduct(product, ANYTHING).items()).first()
			.isEqualTo(new Suggestion(Item.of(film), new Reason(Reason.Code.OFTEN_TOGETHER, Item.of(product))));
		Wanted cart = new Wanted(ItemKind.FILM, null, null, Set.of(product), null, 1);
		assertThat(this.recommendations.forCart(cart).items()).singleElement()
			.isEqualTo(new Suggestion(Item.of(film), new Reason(Reason.Code.GOES_WITH_CART, Item.of(product))));
		Wanted seen = new Wanted(ItemKind.FILM, Set.of(product), null, null, null, 1);
		assertThat(this.recommendations.forMe(seen).items()).singleElement()
			.isEqualTo(new Suggestion(Item.of(film), new Reason(Reason.Code.YOU_LOOKED_AT, Item.of(product))));
	}

	@Test
	void takesAGlanceForNothing() {
		VideoId film = VideoId.next();
		AccountId viewer = AccountId.next();
		hear(published(film, 1, 0), watched(viewer, film, 49));
		assertThat(as(viewer, () -> this.recommendations.becauseYouWatched(ANYTHING))).isEmpty();
	}

	@Test
	void keepsFromTheYoungWhatIsNotForThem() {
		VideoId seed = VideoId.next();
		List<VideoId> films = Stream.generate(VideoId::next).limit(3).toList();
		hear(published(seed, 1, 0), published(films.get(0), 1, 6), published(films.get(1), 1, 12),
				published(films.get(2), 1, 18));
		AccountId viewer = AccountId.next();
		hear(watched(viewer, seed, 60));
		films.forEach((film) -> hear(watched(viewer, film, 60)));
		assertThat(similar(seed, null)).contains(Item.of(films.get(0)), Item.of(films.get(1)))
			.doesNotContain(Item.of(films.get(2)));
		assertThat(similar(seed, 11)).contains(Item.of(films.get(0)))
			.doesNotContain(Item.of(films.get(1)), Item.of(films.get(2)));
		assertThat(similar(seed, 18)).contains(Item.of(films.get(2)));
	}

	private List<Item> similar(VideoId film, @Nullable Integer maximumAge) {
		this.memory.refresh();
		return this.recommendations.similarToFilm(film, new Wanted(ItemKind.FILM, null, null, null, maximumAge, 50))
			.items()
			.stream()
			.map(Suggestion::item)
			.toList();
	}

	@Test
	void recommendsNothingThatIsWithdrawnOrInTheCart() {
		List<ProductId> goods = Stream.generate(ProductId::next).limit(4).toList();
		VideoId film = VideoId.next();
		goods.forEach((it) -> hear(listed(it)));
		hear(bought(null, goods.toArray(ProductId[]::new)));
		hear(new ProductWithdrawn(UUID.randomUUID(), Instant.now().plusSeconds(60), goods.get(1)),
				listed(goods.get(1)));
		hear(new VideoWithdrawn(UUID.randomUUID(), Instant.now(), film, 2), published(film, 1, 0));
		this.memory.refresh();
		Wanted wanted = new Wanted(null, null, null, Set.of(goods.get(2)), null, 50);
		assertThat(this.recommendations.similarToProduct(goods.getFirst(), wanted).items()).extracting(Suggestion::item)
			.contains(Item.of(goods.get(3)))
			.doesNotContain(Item.of(goods.get(0)), Item.of(goods.get(1)), Item.of(goods.get(2)), Item.of(film));
	}

	@Test
	void recommendsWhatIsUsedUpOnceMoreButNothingThatLasts() {
		ProductId seed = ProductId.next();
		ProductId soap = ProductId.next();
		VideoId film = VideoId.next();
		AccountId member = AccountId.next();
		hear(listed(seed), listed(soap), published(film, 1, 0));
		Instant longAgo = Instant.now().minus(Duration.ofDays(800));
		hear(bought(member, Instant.now(), line(seed, null)),
				bought(member, longAgo, line(soap, null), line(ProductId.next(), film)),
				bought(null, Instant.now(), line(seed, null), line(soap, null), line(ProductId.next(), film)));
		assertThat(mine(member)).extracting(Suggestion::item)
			.contains(Item.of(soap))
			.doesNotContain(Item.of(seed), Item.of(film));
		hear(bought(member, Instant.now(), line(soap, null)));
		assertThat(mine(member)).extracting(Suggestion::item).doesNotContain(Item.of(soap));
	}

	@Test
	void knowsNothingMoreOfWhoOptsOut() {
		ProductId bought = ProductId.next();
		ProductId other = ProductId.next();
		AccountId buyer = AccountId.next();
		hear(listed(bought), listed(other), bought(null, bought, other), bought(buyer, bought));
		assertThat(suggested(buyer, Item.of(other)).reason().code()).isEqualTo(Reason.Code.YOU_BOUGHT);
		assertThat(as(buyer, () -> this.recommendations.optOut(true))).returns(true, OptOut::optedOut);
		assertThat(people(Item.of(bought))).isEqualTo(1);
		hear(bought(buyer, bought, other));
		assertThat(people(Item.of(bought))).isEqualTo(1);
		assertThat(mine(buyer)).extracting((it) -> it.reason().code()).containsOnly(Reason.Code.POPULAR);
		Instant since = as(buyer, () -> this.recommendations.optOut(true)).since();
		assertThat(as(buyer, () -> this.recommendations.optOut()).since()).isEqualTo(since).isNotNull();
		assertThat(as(buyer, () -> this.recommendations.optOut(false)).optedOut()).isFalse();
		hear(bought(buyer, bought));
		assertThat(suggested(buyer, Item.of(other)).reason().code()).isEqualTo(Reason.Code.YOU_BOUGHT);
	}

	@Test
	void erasesWhatWasCountedOfAnAccountAndStaysSo() {
		ProductId a = ProductId.next();
		ProductId b = ProductId.next();
		AccountId buyer = AccountId.next();
		hear(listed(a), listed(b), bought(buyer, a, b), bought(null, a, b));
		hear(new AccountDeleted(UUID.randomUUID(), Instant.now(), buyer),
				new AccountDeleted(UUID.randomUUID(), Instant.now(), buyer));
		hear(bought(buyer, a, b));
		assertThat(people(Item.of(a))).isEqualTo(1);
		assertThat(both(Item.of(a), Item.of(b))).isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from recommendations.likes where person = :person")
			.param("person", buyer.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void servesTheNewestModelAndForgetsOldOnes() {
		ProductId a = ProductId.next();
		ProductId b = ProductId.next();
		hear(listed(a), listed(b));
		IntStream.range(0, 3).forEach((it) -> hear(bought(null, a, b)));
		for (int i = 0; i < 3; i++) {
			this.trainer.train(100);
		}
		this.memory.refresh();
		ModelState model = this.memory.known().state();
		assertThat(model.people()).isEqualTo(100);
		assertThat(model.trainedItems()).isGreaterThanOrEqualTo(2);
		assertThat(this.recommendations.similarToProduct(a, ANYTHING)).returns(model.version(), Suggestions::model)
			.satisfies((it) -> assertThat(it.items().getFirst().item()).isEqualTo(Item.of(b)));
		assertThat(this.memory.known().trained().of(number(Item.of(a))).items()).contains(number(Item.of(b)));
		assertThat(this.jdbc.sql("select count(*) from recommendations.models").query(Integer.class).single())
			.isEqualTo(2);
	}

	private int number(Item item) {
		return this.memory.known().number(item).orElseThrow();
	}

	private Suggestion suggested(AccountId person, Item item) {
		return mine(person).stream().filter((it) -> it.item().equals(item)).findFirst().orElseThrow();
	}

	private List<Suggestion> mine(AccountId person) {
		this.memory.refresh();
		return as(person, () -> this.recommendations.forMe(ANYTHING)).items();
	}

	private int people(Item item) {
		return this.jdbc.sql("select people from recommendations.items where id = :id")
			.param("id", item.id())
			.query(Integer.class)
			.single();
	}

	private int both(Item a, Item b) {
		return this.jdbc.sql("""
				select count from recommendations.pairs join recommendations.items as a on a.number = pairs.a
				  join recommendations.items as b on b.number = pairs.b where a.id = :a and b.id = :b
				""").param("a", a.id()).param("b", b.id()).query(Integer.class).single();
	}

	private static ProductListed listed(ProductId product) {
		return new ProductListed(UUID.randomUUID(), Instant.now(), product, "sku", "Thing", PRICE);
	}

	private static VideoPublished published(VideoId film, long version, int minimumAge) {
		return new VideoPublished(UUID.randomUUID(), Instant.now(), film, version, "Film", List.of(), minimumAge,
				VideoAccess.FREE, 100);
	}

	private static PlaybackFinished watched(AccountId viewer, VideoId film, int seconds) {
		return new PlaybackFinished(UUID.randomUUID(), Instant.now(), PlaybackId.next(), film, viewer, Instant.now(),
				100, seconds, seconds, null, 0, 0);
	}

	private static OrderConfirmed bought(@Nullable AccountId buyer, ProductId... goods) {
		return bought(buyer, Instant.now(),
				Stream.of(goods).map((product) -> line(product, null)).toArray(OrderLine[]::new));
	}

	private static OrderConfirmed bought(@Nullable AccountId buyer, Instant at, OrderLine... lines) {
		return new OrderConfirmed(UUID.randomUUID(), at, OrderId.next(), buyer, List.of(lines), PRICE);
	}

	private static OrderLine line(ProductId product, @Nullable VideoId film) {
		return new OrderLine(product, "sku", "Thing", 1, PRICE, PRICE, film == null,
				(film != null) ? film.toString() : null);
	}

	private void hear(Object... facts) {
		for (Object fact : facts) {
			this.transactions.executeWithoutResult((transaction) -> tell(fact));
		}
	}

	private void tell(Object fact) {
		switch (fact) {
			case ProductListed it -> this.listeners.on(it);
			case ProductWithdrawn it -> this.listeners.on(it);
			case VideoPublished it -> this.listeners.on(it);
			case VideoWithdrawn it -> this.listeners.on(it);
			case OrderConfirmed it -> this.listeners.on(it);
			case PlaybackFinished it -> this.listeners.on(it);
			case AccountDeleted it -> this.listeners.on(it);
			default -> throw new IllegalArgumentException(fact.toString());
		}
	}

	private static <T> T as(AccountId account, Supplier<T> action) {
		Jwt token = Jwt.withTokenValue("token").header("alg", "none").subject(account.toString()).build();
		SecurityContextHolder.getContext()
			.setAuthentication(new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER")));
		try {
			return Objects.requireNonNull(action.get());
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
