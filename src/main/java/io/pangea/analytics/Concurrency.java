package io.pangea.analytics;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many viewings go on at the same time. One that was not heard to end goes on until
 * it would be too long for one.
 */
@Component
class Concurrency {

	private static final String VIEWINGS = """
			select cast(data ->> 'startedAt' as timestamptz) as began, occurred_at as ended
			from analytics.facts where type = 'playback.playback-finished.v1'
			and occurred_at >= cast(:from as timestamptz)
			and occurred_at < cast(:to as timestamptz) + :longest * interval '1 second'
			union all
			select occurred_at, least(occurred_at + :longest * interval '1 second', cast(:now as timestamptz))
			from analytics.facts begun where type = 'playback.playback-started.v1'
			and occurred_at >= cast(:from as timestamptz) - :longest * interval '1 second'
			and occurred_at < cast(:to as timestamptz)
			and not exists (select from analytics.facts f where f.type = 'playback.playback-finished.v1'
			  and f.occurred_at >= begun.occurred_at and f.data ->> 'playbackId' = begun.data ->> 'playbackId')
			""";

	/** The edges are among the changes, so that what goes on across one is seen. */
	private static final String PEAKS = """
			with viewings as (%s), changes as (
			  select began as at, 1 as change from viewings union all select ended, -1 from viewings
			  union all select edge, 0 from unnest(cast(:edges as timestamptz[])) edge),
			counted as (select at, sum(change) over (order by at, change rows unbounded preceding) as going
			  from changes)
			select width_bucket(at, cast(:edges as timestamptz[])) - 1 as period, max(going) as peak
			from counted where at >= cast(:from as timestamptz) and at < cast(:to as timestamptz) group by 1
			""".formatted(VIEWINGS);

	private final Questions questions;

	private final JdbcClient jdbc;

	private final AnalyticsSettings settings;

	Concurrency(Questions questions, JdbcClient jdbc, AnalyticsSettings settings) {
		this.questions = questions;
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** The most of each period, by its place in the timeline. */
	Map<Integer, Long> peaks(Timeline timeline, Instant now) {
		return this.questions.ask(PEAKS, timeline, parameters(now), Peak.class)
			.stream()
			.collect(Collectors.toMap(Peak::period, Peak::peak));
	}

	Viewers at(Instant now) {
		long going = this.jdbc.sql(
				"select count(*) from (%s) v where began <= cast(:now as timestamptz) and ended >= cast(:now as timestamptz)"
					.formatted(VIEWINGS))
			.params(parameters(now))
			.param("from", now.toString())
			.param("to", now.toString())
			.query(Long.class)
			.single();
		return new Viewers(now, going);
	}

	private Map<String, Object> parameters(Instant now) {
		return Map.of("longest", this.settings.longestViewing().toSeconds(), "now", now.toString());
	}

	record Peak(int period, long peak) {

	}

}
