package io.pangea.videos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/** The files of a film's streams that tickets open; its addresses are words of a list. */
@Component
class Segments {

	private static final Pattern STREAM = Pattern.compile("[av]\\d");

	private static final Pattern FILE = Pattern.compile("index\\.m3u8|init\\.mp4|\\d{1,6}\\.m4s");

	private final Tickets tickets;

	private final MediaStore store;

	Segments(Tickets tickets, MediaStore store) {
		this.tickets = tickets;
		this.store = store;
	}

	/**
	 * @throws TicketRefused when the ticket is none of ours
	 * @throws TicketExpired when its time is over
	 * @throws MediaNotFound when there is no such file
	 */
	StoredFile find(String ticket, String stream, String file) {
		Tickets.Claims claims = this.tickets.read(ticket);
		if (!STREAM.matcher(stream).matches() || !FILE.matcher(file).matches()) {
			throw new MediaNotFound(file);
		}
		try {
			return StoredFile.of(this.store, claims.path(stream + "/" + file), false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
