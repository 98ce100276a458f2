package io.pangea.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What was watched. */
@Component
class ViewingReport {

	private static final int STEPS = 20;

	private static final String FILMS = """
			select cast(r.key as uuid) as film, f.title, sum(r.times) filter (where measure = 'played') as plays,
			  coalesce(sum(r.times) filter (where measure = 'viewed'), 0) as views,
			  coalesce(sum(r.total) filter (where measure = 'played'), 0) as watched,
			  coalesce(sum(r.times) filter (where measure = 'completed'), 0) as completed
			from analytics.rollups r left join analytics.films f on cast(f.id as text) = r.key
			where r.measure in ('played', 'viewed', 'completed') and r.quarter >= cast(:from as timestamptz)
			and r.quarter < cast(:to as timestamptz) and cardinality(cast(:edges as timestamptz[])) > 0
			group by r.key, f.title order by watched desc, r.key limit :limit
			""";

	private static final String RETENTION = """
			select cast(split_part(key, '/', 2) as int) as percent, sum(times) as viewings from analytics.rollups
			where measure = 'reached' and key like :film || '/%' and quarter >= cast(:from as timestamptz)
			and quarter < cast(:to as timestamptz) and cardinality(cast(:edges as timestamptz[])) > 0
			group by 1
			""";

	private final Questions questions;

	private final Concurrency concurrency;

	ViewingReport(Questions questions, Concurrency concurrency) {
		this.questions = questions;
		this.concurrency = concurrency;
	}

	List<Viewing> over(Timeline timeline) {
		Sums sums = this.questions.sums(timeline, "played", "viewed", "completed", "startup", "stalled");
		Map<Integer, Long> peaks = this.concurrency.peaks(timeline, Instant.now());
		return timeline.each((at) -> {
			long plays = sums.times(at, "played");
			long watched = sums.total(at, "played");
			long completed = sums.times(at, "completed");
			long stalled = sums.total(at, "stalled");
			return new Viewing(timeline.periods().get(at), plays, sums.times(at, "viewed"), watched, completed,
					Rate.of(completed, plays), sums.percentile(at, "startup", 50), sums.percentile(at, "startup", 95),
					Rate.of(stalled, watched * 1000 + stalled), peaks.getOrDefault(at, 0L));
		});
	}

	List<FilmViewing> films(Timeline timeline, int limit) {
		return this.questions.ask(FILMS, timeline, Map.of("limit", limit), Film.class)
			.stream()
			.map((it) -> new FilmViewing(new VideoId(it.film), it.title, it.plays, it.views, it.watched, it.completed,
					Rate.of(it.completed, it.plays)))
			.toList();
	}

	/** Who got further was at all the steps before. */
	List<RetentionStep> retention(VideoId film, Timeline timeline) {
		Map<Integer, Long> ended = this.questions
			.ask(RETENTION, timeline, Map.of("film", film.toString()), RetentionStep.class)
			.stream()
			.collect(Collectors.toMap(RetentionStep::percent, RetentionStep::viewings));
		return IntStream.rangeClosed(0, STEPS)
			.mapToObj((step) -> new RetentionStep(step * 100 / STEPS,
					IntStream.rangeClosed(step, STEPS).mapToLong((later) -> ended.getOrDefault(later, 0L)).sum()))
			.toList();
	}

	record Film(UUID film, @Nullable String title, long plays, long views, long watched, long completed) {

	}

}
