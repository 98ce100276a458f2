package io.pangea.videos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What sorts of files films come in, told by how they begin and not by what they are
 * called. Playlists, which name other files, are none of them.
 */
enum Container {

	MP4("mov", "ftyp", 4), QUICKTIME("mov", "moov", 4), QUICKTIME_WIDE("mov", "wide", 4),
	QUICKTIME_DATA("mov", "mdat", 4), MATROSKA("matroska", "\u001aE\u00df\u00a3", 0), AVI("avi", "AVI LIST", 8),
	OGG("ogg", "OggS", 0),
	/** A packet of 188 bytes begins with a G. */
	MPEG_TS("mpegts", "G", 0) {

		@Override
		boolean begins(byte[] head) {
			return List.of(0, 188, 376).stream().allMatch((at) -> head.length > at && head[at] == 'G');
		}

	};

	/** As many bytes as are needed to tell. */
	static final int HEAD = 512;

	private final String demuxer;

	private final String magic;

	private final int offset;

	Container(String demuxer, String magic, int offset) {
		this.demuxer = demuxer;
		this.magic = magic;
		this.offset = offset;
	}

	/** What ffmpeg calls it. */
	String demuxer() {
		return this.demuxer;
	}

	boolean begins(byte[] head) {
		int end = this.offset + this.magic.length();
		return head.length >= end
				&& new String(head, this.offset, this.magic.length(), StandardCharsets.ISO_8859_1).equals(this.magic);
	}

	static Optional<Container> of(byte[] head) {
		return Arrays.stream(values()).filter((it) -> it.begins(head)).findFirst();
	}

}
