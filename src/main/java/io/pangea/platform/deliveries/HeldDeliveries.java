package io.pangea.platform.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed deliveries stand aside here, so that the registry of publications only ever
 * holds what may run now: waiting for their next attempt, or parked when there were too
 * many.
 */
@Component
public class HeldDeliveries {

	private static final String COLUMNS = "id, listener_id, event_type, serialized_event, publication_date, attempts, failed_at, next_attempt_at";

	private final JdbcClient jdbc;

	private final DeliverySettings settings;

	HeldDeliveries(JdbcClient jdbc, DeliverySettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Counts deliveries as failed whose process has not been heard of, or that take
	 * longer than any should. Of this process's own, also those that nobody is at,
	 * because the database did not answer when they were to begin or to be done with.
	 * @param idle whether this process is at no delivery now
	 */
	int giveUpStale(boolean idle) {
		return this.jdbc.sql("""
				update pangea.event_publication delivery set status = 'FAILED'
				where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
				    and (greatest(publication_date, last_resubmission_date) < now() - :longest * interval '1 ms'
				        or case when instance = current_setting('application_name')
				            then :idle and greatest(publication_date, last_resubmission_date)
				                < now() - :staleAfter * interval '1 ms'
				            else not exists (select from pangea.instance
				                where name = delivery.instance and seen_at > now() - :staleAfter * interval '1 ms')
				        end)
				""")
			.param("idle", idle)
			.param("longest", this.settings.longest().toMillis())
			.param("staleAfter", this.settings.staleAfter().toMillis())
			.update();
	}

	/**
	 * Takes failed deliveries out of the registry: each waits twice as long as the time
	 * before, until it is parked. Those to the broker are never parked, as a broker that
	 * is away says nothing about them, and are all to go when it is back.
	 */
	int hold() {
		return this.jdbc
			.sql("""
					with failed as (
					    delete from pangea.event_publication where status = 'FAILED'
					    returning id, listener_id, event_type, serialized_event, publication_date, completion_attempts)
					insert into pangea.held_delivery
					    (id, listener_id, event_type, serialized_event, publication_date, attempts, next_attempt_at)
					select id, listener_id, event_type, serialized_event, publication_date, completion_attempts,
					    case
					        when listener_id = 'platform.outgoing'
					            then now() + least(:firstDelay * completion_attempts, :longestSilence) * interval '1 ms'
					        when completion_attempts < :attempts
					            then now() + least(:firstDelay * power(2, completion_attempts - 1), :longestDelay) * interval '1 ms'
					    end
					from failed
					""")
			.param("attempts", this.settings.attempts())
			.param("firstDelay", this.settings.firstDelay().toMillis())
			.param("longestSilence", Duration.ofSeconds(10).toMillis())
			.param("longestDelay", this.settings.longestDelay().toMillis())
			.update();
	}

	/**
	 * Puts deliveries to listeners that run here back into the registry when they are
	 * due, the longest overdue first.
	 */
	int returnDue(Collection<String> listeners) {
		return this.jdbc.sql("""
				with due as (
				    delete from pangea.held_delivery where id in (
				        select id from pangea.held_delivery where next_attempt_at <= now()
				            and listener_id = any(:listeners)
				        order by next_attempt_at limit :limit for update skip locked)
				    returning *)
				insert into pangea.event_publication (id, listener_id, event_type, serialized_event, publication_date,
				    status, completion_attempts, last_resubmission_date)
				select id, listener_id, event_type, serialized_event, publication_date, 'FAILED', attempts, failed_at
				from due
				""")
			.param("listeners", listeners.toArray(String[]::new))
			.param("limit", this.settings.batchSize())
			.update();
	}

	/** Takes deliveries that are due to some listeners, whether or not they run here. */
	public List<HeldDelivery> takeDue(Collection<String> listeners) {
		return take("listener_id = any(:names)", listeners, Duration.ZERO);
	}

	/**
	 * Takes deliveries to listeners of some modules that have been due for long: nobody
	 * who works on this database will take them up.
	 */
	public List<HeldDelivery> takeOverdueOf(Collection<String> modules, Duration overdue) {
		return take("split_part(listener_id, '.', 1) = any(:names) and listener_id not like '%.inbox'", modules,
				overdue);
	}

	private List<HeldDelivery> take(String which, Collection<String> names, Duration overdue) {
		return this.jdbc.sql("""
				delete from pangea.held_delivery where id in (
				    select id from pangea.held_delivery
				    where next_attempt_at <= now() - :overdue * interval '1 ms' and %s
				    order by next_attempt_at limit :limit for update skip locked)
				returning %s
				""".formatted(which, COLUMNS))
			.param("names", names.toArray(String[]::new))
			.param("overdue", overdue.toMillis())
			.param("limit", this.settings.batchSize())
			.query(HeldDelivery.class)
			.list();
	}

	/** Parks what came and could not even be tried. */
	public void park(String listener, String type, String content) {
		this.jdbc.sql("""
				insert into pangea.held_delivery
				    (id, listener_id, event_type, serialized_event, publication_date, attempts)
				values (gen_random_uuid(), ?, ?, ?, now(), 0)
				""").params(listener, type, content).update();
	}

	/** Parked deliveries, oldest first. */
	public List<HeldDelivery> parked(int limit) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from pangea.held_delivery where next_attempt_at is null order by failed_at, id limit :limit")
			.param("limit", limit)
			.query(HeldDelivery.class)
			.list();
	}

	/** Deliveries that wait for their next attempt, the next one first. */
	public List<HeldDelivery> waiting(int limit) {
		return this.jdbc.sql("select " + COLUMNS
				+ " from pangea.held_delivery where next_attempt_at is not null order by next_attempt_at, id limit :limit")
			.param("limit", limit)
			.query(HeldDelivery.class)
			.list();
	}

	/** Gives all held deliveries a fresh start at once. */
	int replayAll() {
		return this.jdbc.sql("update pangea.held_delivery set next_attempt_at = now(), attempts = 0").update();
	}

	/** Gives some held deliveries a fresh start at once; those that are due have it. */
	public int replay(Collection<UUID> ids) {
		return this.jdbc.sql("""
				update pangea.held_delivery set next_attempt_at = now(), attempts = 0
				where id = any(:ids::uuid[]) and (next_attempt_at is null or next_attempt_at > now())
				""").param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).update();
	}

	/** How many are parked, or wait. */
	public long count(boolean parked) {
		return this.jdbc.sql("select count(*) from pangea.held_delivery where (next_attempt_at is null) = :parked")
			.param("parked", parked)
			.query(Long.class)
			.single();
	}

	/**
	 * How many seconds the oldest delivery is waiting that is neither done nor parked,
	 * those to the broker included.
	 */
	double age() {
		return this.jdbc.sql("""
				select coalesce(extract(epoch from now() - min(since)), 0) from (
				    select min(publication_date) as since from pangea.event_publication where completion_date is null
				    union all
				    select min(publication_date) from pangea.held_delivery where next_attempt_at is not null) open
				""").query(Double.class).single();
	}

	/** One delivery that failed; {@code nextAttemptAt} is null when it is parked. */
	public record HeldDelivery(UUID id, String listenerId, String eventType, String serializedEvent,
			Instant publicationDate, int attempts, Instant failedAt, @Nullable Instant nextAttemptAt) {

	}

}
