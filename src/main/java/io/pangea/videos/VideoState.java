package io.pangea.videos;

/** Where a film stands on its way from an idea to the screen. */
public enum VideoState {

	/** Described, nothing to watch yet. */
	DRAFT,

	/** Its file is on the way. */
	UPLOADING,

	/** Its renditions are being made. */
	TRANSCODING,

	/** Nothing is missing but the word of staff. */
	READY,

	/** To be watched while it is available. */
	PUBLISHED,

	/** Taken back by staff. */
	WITHDRAWN,

	/** Its file was no good, or could not be read to the end. */
	FAILED;

	boolean leadsTo(VideoState next) {
		return switch (this) {
			case DRAFT -> next == UPLOADING;
			case UPLOADING -> next == TRANSCODING || next == FAILED;
			case TRANSCODING -> next == READY || next == FAILED;
			case FAILED -> next == UPLOADING || next == TRANSCODING;
			case READY -> next == PUBLISHED || next == UPLOADING;
			case PUBLISHED -> next == WITHDRAWN;
			case WITHDRAWN -> next == PUBLISHED;
		};
	}

}
