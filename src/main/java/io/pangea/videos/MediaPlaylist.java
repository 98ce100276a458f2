package io.pangea.videos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** What ffmpeg made of one stream: a playlist (RFC 8216), a head, and segments. */
record MediaPlaylist(double seconds, long peak, long average, String codec) {

	static final String FILE = "index.m3u8";

	private static final String SEGMENT = "#EXTINF:";

	private static final int PROFILE = 5;

	/** Reads what is in the directory of a stream. */
	static MediaPlaylist read(Path directory) throws IOException {
		double seconds = 0;
		double last = 0;
		double peak = 0;
		long bytes = 0;
		for (String line : Files.readAllLines(directory.resolve(FILE))) {
			if (line.startsWith(SEGMENT)) {
				last = Double.parseDouble(line.substring(SEGMENT.length(), line.indexOf(',')));
				seconds += last;
			}
			else if (!line.startsWith("#") && !line.isBlank()) {
				long size = Files.size(directory.resolve(line));
				bytes += size;
				peak = Math.max(peak, size * 8 / Math.max(0.1, last));
			}
		}
		return new MediaPlaylist(seconds, Math.round(peak), Math.round(bytes * 8 / Math.max(0.1, seconds)),
				codec(Files.readAllBytes(directory.resolve("init.mp4"))));
	}

	/** RFC 6381: what of H.264 is used stands in {@code avcC}, ISO/IEC 14496-15. */
	private static String codec(byte[] head) {
		int avc = new String(head, StandardCharsets.ISO_8859_1).indexOf("avcC");
		return (avc < 0) ? "mp4a.40.2"
				: "avc1." + HexFormat.of().withUpperCase().formatHex(head, avc + PROFILE, avc + PROFILE + 3);
	}

}
