package io.pangea.videos;

import java.util.List;

/**
 * The streams a film was made into, as its playlists tell them.
 *
 * @param seconds how long it is
 */
record Streams(double seconds, List<Picture> pictures, List<Sound> sounds) {

	/**
	 * One size of its pictures.
	 *
	 * @param name of the directory its segments are in
	 * @param codec as RFC 6381 says it
	 * @param peak bits per second of the largest segment
	 * @param average bits per second
	 */
	record Picture(String name, int width, int height, String codec, long peak, long average) {

	}

	/** One track of sound; its language is as BCP 47 says it, {@code und} if unknown. */
	record Sound(String name, String language, String codec, long peak, long average) {

	}

}
