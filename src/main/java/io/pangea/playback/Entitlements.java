package io.pangea.playback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.pangea.accounts.AccountId;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderLine;
import io.pangea.videos.VideoId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which films accounts bought, and which subscriptions. */
@Component
class Entitlements {

	private static final Logger LOG = LoggerFactory.getLogger(Entitlements.class);

	private static final String PLAN = "plan:";

	private static final String VALID = """
			from playback.grants g where g.account = :account
			and not exists (select from playback.revoked_orders r where r.order_id = g.order_id)
			""";

	private final JdbcClient jdbc;

	private final PlaybackSettings settings;

	Entitlements(JdbcClient jdbc, PlaybackSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** Repeating it changes nothing; an order that was undone gives nothing. */
	void grant(OrderConfirmed order) {
		AccountId buyer = order.buyer();
		if (buyer != null) {
			order.lines()
				.stream()
				.filter((line) -> line.filmId() != null)
				.collect(Collectors.groupingBy((line) -> Objects.requireNonNull(line.filmId()),
						Collectors.summingInt(OrderLine::quantity)))
				.forEach((film, quantity) -> grant(order, buyer, film, quantity));
		}
	}

	private void grant(OrderConfirmed order, AccountId buyer, String film, int quantity) {
		boolean plan = film.startsWith(PLAN);
		VideoId video = plan ? null : VideoId.parse(film).orElse(null);
		if (!plan && video == null) {
			LOG.warn("Order {} sells film {}, which cannot be the id of one", order.orderId(), film);
			return;
		}
		this.jdbc.sql("""
				insert into playback.grants (order_id, film_id, account, video, plan, quantity, granted_at)
				select :order, :film, :account, :video, :plan, :quantity, :at
				where not exists (select from playback.viewers where account = :account and erased)
				on conflict do nothing
				""")
			.param("order", order.orderId().value())
			.param("film", film)
			.param("account", buyer.value())
			.param("video", (video != null) ? video.value() : null, java.sql.Types.OTHER)
			.param("plan", plan ? film.substring(PLAN.length()) : null)
			.param("quantity", quantity)
			.param("at", utc(order.occurredAt()))
			.update();
	}

	/** Takes back what an order gave, or would give when it is heard of later. */
	void revoke(OrderId order, Instant at) {
		this.jdbc
			.sql("insert into playback.revoked_orders (order_id, revoked_at) values (:order, :at) "
					+ "on conflict do nothing")
			.param("order", order.value())
			.param("at", utc(at))
			.update();
	}

	boolean owns(AccountId account, VideoId video) {
		return this.jdbc.sql("select exists (select %s and g.video = :video)".formatted(VALID))
			.param("account", account.value())
			.param("video", video.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The subscription that runs. One that is bought while another runs follows it, so
	 * nothing that was paid for is lost.
	 */
	Optional<LibraryPage.Subscription> subscription(AccountId account, Instant now) {
		List<Term> terms = this.jdbc
			.sql("select g.plan, g.quantity, g.granted_at %s and g.plan is not null order by g.granted_at, g.order_id"
				.formatted(VALID))
			.param("account", account.value())
			.query((row, number) -> new Term(row.getString("plan"), row.getInt("quantity"),
					row.getObject("granted_at", OffsetDateTime.class).toInstant()))
			.list();
		Map<String, java.time.Duration> plans = this.settings.plans();
		return Term.running(terms, plans, now);
	}

	LibraryPage library(AccountId account, Cursor after, int limit, Instant now) {
		List<LibraryPage.Owned> found = this.jdbc.sql("""
				select video, bought_at from (
				    select g.video, max(g.granted_at) as bought_at %s group by g.video) owned
				join playback.films f using (video)
				where f.published and (bought_at, video) < (:at, :after)
				order by bought_at desc, video desc limit :limit
				""".formatted(VALID))
			.param("account", account.value())
			.param("at", after.time())
			.param("after", after.video())
			.param("limit", limit + 1)
			.query((row, number) -> new LibraryPage.Owned(new VideoId(row.getObject("video", UUID.class)),
					row.getObject("bought_at", OffsetDateTime.class).toInstant()))
			.list();
		List<LibraryPage.Owned> items = (found.size() > limit) ? found.subList(0, limit) : found;
		String next = (found.size() > limit) ? Cursor.after(items.getLast().boughtAt(), items.getLast().videoId())
				: null;
		return new LibraryPage(items, subscription(account, now).orElse(null), next);
	}

	void erase(AccountId account) {
		this.jdbc.sql("delete from playback.grants where account = :account")
			.param("account", account.value())
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
