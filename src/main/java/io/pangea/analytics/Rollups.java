package io.pangea.analytics;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sums facts up by quarters of an hour. A quarter that got a fact is summed up anew from
 * all its facts, so that the order in which they came leaves no trace.
 */
@Component
class Rollups {

	private static final int BATCH = 200;

	/** Start-up times to three digits, so that there are not too many to count. */
	private static final String SUMS = """
			insert into analytics.rollups (quarter, measure, key, times, total)
			select q.quarter, m.measure, m.key, count(*), sum(m.total)
			from unnest(cast(:quarters as timestamptz[])) q(quarter)
			join analytics.facts f on f.occurred_at >= q.quarter and f.occurred_at < q.quarter + interval '15 minutes'
			cross join lateral (
			  select 'ordered', data #>> '{total,currency}', cast(data #>> '{total,amount}' as bigint)
			  where type = 'orders.order-confirmed.v1'
			  union all
			  select case type when 'payments.payment-captured.v1' then 'captured' else 'refunded' end,
			    data #>> '{amount,currency}', cast(data #>> '{amount,amount}' as bigint)
			  where type in ('payments.payment-captured.v1', 'payments.payment-refunded.v1')
			  union all
			  select split_part(type, '.', 2), '', 0
			  where type in ('orders.order-placed.v1', 'orders.order-confirmed.v1', 'orders.order-cancelled.v1')
			  union all
			  select split_part(type, '.', 2), coalesce(data ->> 'placement', ''), 0
			  where type in ('pages.recommendation-shown.v1', 'pages.recommendation-clicked.v1')
			  union all
			  select v.measure, v.key, v.total
			  from (select data ->> 'videoId' as film, cast(data ->> 'seconds' as bigint) as seconds,
			    cast(data ->> 'watched' as bigint) as watched, cast(data ->> 'furthest' as bigint) as furthest,
			    cast(data ->> 'startup' as numeric) as startup, cast(data ->> 'stalled' as bigint) as stalled
			    where type = 'playback.playback-finished.v1') p
			  cross join lateral (values
			    ('played', film, watched),
			    (case when watched > 0 and (watched >= :view or watched * 2 >= seconds) then 'viewed' end, film, 0),
			    (case when seconds > 0 and furthest * 100 >= seconds * 95 then 'completed' end, film, 0),
			    ('reached', film || '/' || coalesce(least(greatest(furthest, 0) * 20 / nullif(seconds, 0), 20), 0), 0),
			    (case when startup >= 0 then 'startup' end,
			      trim_scale(round(startup, 2 - cast(floor(log(greatest(startup, 1))) as int)))::text, 0),
			    ('stalled', '', stalled)) v(measure, key, total)
			) m(measure, key, total)
			where m.measure is not null
			group by q.quarter, m.measure, m.key
			""";

	private final JdbcClient jdbc;

	private final AnalyticsSettings settings;

	private final Months months;

	private final TransactionOperations transactions;

	Rollups(JdbcClient jdbc, AnalyticsSettings settings, Months months, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.months = months;
		this.transactions = transactions;
	}

	@Scheduled(initialDelayString = "PT2S", fixedDelayString = "${pangea.analytics.roll-up-interval:2s}")
	@SchedulerLock(name = "analytics.roll-up")
	void catchUp() {
		int summed;
		do {
			summed = this.transactions.execute((transaction) -> sumUp());
		}
		while (summed == BATCH);
	}

	/** What is noted while this runs stays noted: it was added after we looked. */
	private int sumUp() {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('analytics.roll-up'))")
			.query(Integer.class)
			.single();
		String[] quarters = this.jdbc.sql("select distinct quarter from analytics.touched order by quarter limit ?")
			.param(BATCH)
			.query(OffsetDateTime.class)
			.list()
			.stream()
			.map(OffsetDateTime::toString)
			.toArray(String[]::new);
		if (quarters.length > 0) {
			for (String sql : List.of(
					"delete from analytics.touched where quarter = any (cast(:quarters as timestamptz[]))",
					"delete from analytics.rollups where quarter = any (cast(:quarters as timestamptz[]))", SUMS)) {
				this.jdbc.sql(sql).param("quarters", quarters).param("view", this.settings.view().toSeconds()).update();
			}
		}
		return quarters.length;
	}

	/** Has all be summed up again of which there are still facts. */
	void rebuild() {
		this.jdbc.sql("""
				insert into analytics.touched
				select distinct date_bin('15 minutes', occurred_at, '2000-01-01 00:00+00') from analytics.facts
				union
				select distinct quarter from analytics.rollups where quarter >= :oldest
				""").param("oldest", this.months.oldest().atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC)).update();
	}

}
