package io.pangea.recommendations;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is remembered, and how much of it is used.
 *
 * @param refreshInterval how soon what changed is recommended by
 * @param likes how many likes of one person are counted at most; their number squared is
 * what a like costs
 * @param neighbours how many items that go with one item are kept in memory, for each
 * item
 * @param halfLife how long until a like counts half towards what is popular
 * @param againAfter how long goods that were bought and get used up are not recommended
 * @param guestExpiry how long it is known of a guest's basket what was in it
 * @param training of the model
 */
@ConfigurationProperties("pangea.recommendations")
@Validated
record RecommendationSettings(@DefaultValue("1s") Duration refreshInterval,
		@DefaultValue("500") @Min(2) @Max(2000) int likes, @DefaultValue("30") @Min(1) @Max(500) int neighbours,
		@DefaultValue("14d") Duration halfLife, @DefaultValue("90d") Duration againAfter,
		@DefaultValue("30d") Duration guestExpiry, @DefaultValue @Valid Training training) {

	/**
	 * @param interval how often a model is trained if something changed
	 * @param items how many items it knows at most, the most liked ones; it needs about 8
	 * bytes times the square of that while it is trained, and others are recommended by
	 * what was liked together only
	 * @param people how many have to be known before one is trained
	 * @param regularisation the λ of EASE: the higher, the more people have to agree
	 * @param neighbours how many items that go with one item are kept
	 */
	record Training(@DefaultValue("10m") Duration interval, @DefaultValue("2000") @Min(2) @Max(20_000) int items,
			@DefaultValue("50") @Min(2) int people, @DefaultValue("100") @Positive float regularisation,
			@DefaultValue("200") @Min(1) @Max(1000) int neighbours) {

	}

}
