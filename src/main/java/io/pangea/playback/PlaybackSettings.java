package io.pangea.playback;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of playback.
 *
 * @param streams on how many devices an account may watch at the same time
 * @param beat how often a player says where it stands
 * @param silence after how long without a beat a session is over
 * @param keep how long a session is kept after its end, so that its opening and its end
 * can be repeated
 * @param plans how long a subscription runs, by the code its product names as
 * {@code plan:} and the code
 */
@ConfigurationProperties("pangea.playback")
@Validated
record PlaybackSettings(@DefaultValue("2") @Min(1) int streams, @DefaultValue("10s") Duration beat,
		@DefaultValue("90s") Duration silence, @DefaultValue("1d") Duration keep,
		@Nullable Map<String, Duration> plans) {

	private static final Map<String, Duration> USUAL = Map.of("monthly", Duration.ofDays(30), "yearly",
			Duration.ofDays(365));

	/** Never null once constructed. */
	@Override
	public Map<String, Duration> plans() {
		return (this.plans != null && !this.plans.isEmpty()) ? this.plans : USUAL;
	}

}
