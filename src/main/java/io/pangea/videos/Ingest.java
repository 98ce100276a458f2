package io.pangea.videos;

import org.jspecify.annotations.Nullable;

/**
 * How far it is with making ready what was sent.
 *
 * @param percent of it, from 0 to 100
 * @param failure why it failed, in words for staff
 */
public record Ingest(Status status, int percent, @Nullable String failure) {

	/** What an ingest may be. */
	public enum Status {

		/** Others are made ready before. */
		QUEUED,

		RUNNING, DONE, FAILED

	}

}
