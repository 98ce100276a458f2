package io.pangea.videos;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param windowInterval how often others are told of films whose window opened or closed;
 * who asks for one sees it to the moment anyway
 * @param keyExpiry how long the idempotency key of an addition is remembered
 */
@ConfigurationProperties("pangea.videos")
record VideoSettings(@DefaultValue("10s") Duration windowInterval, @DefaultValue("7d") Duration keyExpiry) {

}
