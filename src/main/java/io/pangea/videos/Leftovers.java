package io.pangea.videos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is in the store and does not count, or may not: it is noted before it is written,
 * so that a process that dies leaves nothing behind.
 */
@Component
class Leftovers {

	private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

	private static final int BATCH = 200;

	private final JdbcClient jdbc;

	private final MediaStore store;

	Leftovers(JdbcClient jdbc, MediaStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	/** Has a path, and all below it, deleted after a while. */
	void add(String path, Duration grace) {
		this.jdbc.sql("""
				insert into videos.leftovers (path, due_at) values (?, now() + ? * interval '1 millisecond')
				on conflict (path) do update set due_at = excluded.due_at""").params(path, grace.toMillis()).update();
	}

	/** A path counts from now on. */
	void keep(String path) {
		this.jdbc.sql("delete from videos.leftovers where path = ?").param(path).update();
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	@SchedulerLock(name = "videos.leftovers")
	void sweep() {
		List<String> due = this.jdbc
			.sql("select path from videos.leftovers where due_at < now() order by due_at limit ?")
			.param(BATCH)
			.query(String.class)
			.list();
		for (String path : due) {
			try {
				this.store.delete(path);
				keep(path);
			}
			catch (IOException ex) {
				LOG.warn("{} stays in the store for now: {}", path, ex.toString());
			}
		}
	}

}
