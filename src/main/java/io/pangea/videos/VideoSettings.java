package io.pangea.videos;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of this module: of uploads, of what is made of them, of where it is kept, and
 * of how films are told of.
 *
 * @param directory where films are kept unless there is a bucket, where they are worked
 * on, and where the ffmpeg that comes along is unpacked; all instances of a process share
 * it, or a bucket
 * @param bucket an S3-compatible bucket to keep films in instead
 * @param largestUpload how large a film may be that staff sends
 * @param largestPart how large a part of it may be that comes in one request
 * @param sourceKept how long what was sent is kept when nothing becomes of it
 * @param quota how much all uploads and all that is made of them may take
 * @param ffmpeg path of an ffmpeg to use, instead of one on the {@code PATH} or the one
 * that comes along
 * @param ingest how films are made ready
 * @param ticketLifetime how long a ticket to read the media of a film is good
 * @param demo whether an empty demo store gets films
 * @param windowInterval how often others are told of films whose window opened or closed;
 * who asks for one sees it to the moment anyway
 * @param keyExpiry how long the idempotency key of an addition is remembered
 */
@ConfigurationProperties("pangea.videos")
record VideoSettings(@DefaultValue("data/videos") Path directory, @Nullable Bucket bucket,
		@DefaultValue("8GB") DataSize largestUpload, @DefaultValue("16MB") DataSize largestPart,
		@DefaultValue("7d") Duration sourceKept, @DefaultValue("500GB") DataSize quota, @Nullable Path ffmpeg,
		@DefaultValue Ingest ingest, @DefaultValue("10m") Duration ticketLifetime, @DefaultValue("true") boolean demo,
		@DefaultValue("10s") Duration windowInterval, @DefaultValue("7d") Duration keyExpiry) {

	/**
	 * A bucket, as Amazon's S3 and many others have them.
	 *
	 * @param name of the bucket
	 * @param endpoint address of the service; Amazon's own when there is none
	 * @param region that requests are signed for
	 * @param accessKey id of the key; without one it is looked for where Amazon's tools
	 * do
	 * @param secretKey the key
	 */
	record Bucket(String name, @Nullable String endpoint, @DefaultValue("us-east-1") String region,
			@Nullable String accessKey, @Nullable String secretKey) {

	}

	/**
	 * How films are made ready, and the bounds that untrusted input is held in.
	 *
	 * @param enabled whether this instance works on films
	 * @param threads of ffmpeg; 0: one less than there are processors
	 * @param memory how much address space ffmpeg may take, where the system can limit it
	 * @param timeout how long one film may take
	 * @param longest how long a film may be
	 * @param largestPicture how many pixels a frame may have
	 * @param fastest how many frames a second a film may have
	 * @param largestResult how much all that is made of one film may take
	 * @param patience how long a worker may give no sign before another takes over
	 */
	record Ingest(@DefaultValue("true") boolean enabled, @DefaultValue("0") int threads,
			@DefaultValue("3GB") DataSize memory, @DefaultValue("6h") Duration timeout,
			@DefaultValue("5h") Duration longest, @DefaultValue("9437184") int largestPicture,
			@DefaultValue("240") int fastest, @DefaultValue("32GB") DataSize largestResult,
			@DefaultValue("2m") Duration patience) {

		int threadsToUse() {
			return (this.threads > 0) ? this.threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
		}

	}

}
