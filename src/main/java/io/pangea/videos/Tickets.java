package io.pangea.videos;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out tickets to read the media of a film, and knows them again: film, generation,
 * and end, signed with HMAC-SHA-256. The key is in the database, so that every instance
 * knows the tickets of all; nothing is asked of it when a ticket is shown.
 */
@Component
class Tickets {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int CLAIMS = 40;

	private static final int SIGNED = CLAIMS + 32;

	/** Characters of a ticket; a multiple of four, so that each has one spelling only. */
	private static final int LENGTH = SIGNED / 3 * 4;

	private final JdbcClient jdbc;

	private final VideoSettings settings;

	private final Lifecycle lifecycle;

	private final Library library;

	private final Clock clock = Clock.systemUTC();

	private volatile @Nullable SecretKeySpec key;

	Tickets(JdbcClient jdbc, VideoSettings settings, Lifecycle lifecycle, Library library) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.lifecycle = lifecycle;
		this.library = library;
	}

	/** What may be read. */
	record Claims(VideoId videoId, UUID generation) {

		String path(String file) {
			return Library.Copy.path(this.videoId, this.generation) + "/" + file;
		}

	}

	/**
	 * @throws VideoNotFound when there is no such film, or it is not published
	 */
	MediaTicket issue(VideoId id) {
		return this.library.find(id)
			.filter((copy) -> this.lifecycle.published(id))
			.map((copy) -> give(id, copy.generation()))
			.orElseThrow(() -> new VideoNotFound(id.toString()));
	}

	MediaTicket give(VideoId id, UUID generation) {
		Instant end = this.clock.instant().plus(this.settings.ticketLifetime()).truncatedTo(ChronoUnit.SECONDS);
		ByteBuffer ticket = ByteBuffer.allocate(SIGNED);
		put(ticket, id.value());
		put(ticket, generation);
		ticket.putLong(end.getEpochSecond());
		ticket.put(sign(ticket.array()));
		String text = Base64.getUrlEncoder().encodeToString(ticket.array());
		return new MediaTicket("/api/videos/media/%s/master.m3u8".formatted(text), end);
	}

	/**
	 * @throws TicketRefused when it is none of ours
	 * @throws TicketExpired when its time is over
	 */
	Claims read(String text) {
		byte[] ticket = decoded(text);
		if (!MessageDigest.isEqual(sign(ticket), Arrays.copyOfRange(ticket, CLAIMS, SIGNED))) {
			throw new TicketRefused();
		}
		ByteBuffer claims = ByteBuffer.wrap(ticket);
		Claims read = new Claims(new VideoId(uuid(claims)), uuid(claims));
		if (this.clock.instant().getEpochSecond() >= claims.getLong()) {
			throw new TicketExpired();
		}
		return read;
	}

	private static byte[] decoded(String text) {
		try {
			if (text.length() == LENGTH) {
				return Base64.getUrlDecoder().decode(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// As good as one of the wrong length.
		}
		throw new TicketRefused();
	}

	private static void put(ByteBuffer buffer, UUID id) {
		buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
	}

	private static UUID uuid(ByteBuffer buffer) {
		return new UUID(buffer.getLong(), buffer.getLong());
	}

	private byte[] sign(byte[] ticket) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key());
			mac.update(ticket, 0, CLAIMS);
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private SecretKeySpec key() {
		SecretKeySpec known = this.key;
		if (known == null) {
			byte[] fresh = new byte[32];
			new SecureRandom().nextBytes(fresh);
			this.jdbc.sql("insert into videos.ticket_keys (id, secret) values (1, ?) on conflict do nothing")
				.param(fresh)
				.update();
			known = new SecretKeySpec(
					this.jdbc.sql("select secret from videos.ticket_keys where id = 1").query(byte[].class).single(),
					ALGORITHM);
			this.key = known;
		}
		return known;
	}

}
