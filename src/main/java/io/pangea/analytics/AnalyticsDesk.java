package io.pangea.analytics;

import java.time.Instant;
import java.util.List;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;

/** Answers what analytics is asked. */
@RestController
class AnalyticsDesk implements Analytics {

	private static final String YES = "1";

	private final BeaconIntake beacons;

	private final SalesReport sales;

	private final FunnelReport funnel;

	private final ViewingReport viewing;

	private final RecommendationReport recommendations;

	private final Concurrency concurrency;

	private final Exports exports;

	private final Rollups rollups;

	AnalyticsDesk(BeaconIntake beacons, SalesReport sales, FunnelReport funnel, ViewingReport viewing,
			RecommendationReport recommendations, Concurrency concurrency, Exports exports, Rollups rollups) {
		this.beacons = beacons;
		this.sales = sales;
		this.funnel = funnel;
		this.viewing = viewing;
		this.recommendations = recommendations;
		this.concurrency = concurrency;
		this.exports = exports;
		this.rollups = rollups;
	}

	@Override
	public BeaconReceipt collect(Beacons told, @Nullable String userAgent, @Nullable String doNotTrack,
			@Nullable String globalPrivacyControl, @Nullable String idempotencyKey) {
		return this.beacons.take(told, YES.equals(doNotTrack) || YES.equals(globalPrivacyControl), userAgent);
	}

	@Override
	public List<Sales> sales(ReportRange range) {
		return this.sales.over(Timeline.of(range));
	}

	@Override
	public List<Funnel> funnel(ReportRange range) {
		return this.funnel.over(Timeline.of(range));
	}

	@Override
	public List<Viewing> viewing(ReportRange range) {
		return this.viewing.over(Timeline.of(range));
	}

	@Override
	public List<FilmViewing> films(ReportRange range, int limit) {
		return this.viewing.films(Timeline.of(range), limit);
	}

	@Override
	public List<RetentionStep> retention(VideoId film, ReportRange range) {
		return this.viewing.retention(film, Timeline.of(range));
	}

	@Override
	public List<RecommendationUse> recommendations(ReportRange range) {
		return this.recommendations.over(Timeline.of(range));
	}

	@Override
	public Viewers viewers() {
		return this.concurrency.at(Instant.now());
	}

	@Override
	public Resource export(Report report, ReportRange range) {
		return new InputStreamResource(this.exports.of(report, Timeline.of(range)));
	}

	@Override
	public void rebuild() {
		this.rollups.rebuild();
	}

}
