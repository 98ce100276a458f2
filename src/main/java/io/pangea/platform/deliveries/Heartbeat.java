package io.pangea.platform.deliveries;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells other processes on the same database that this one lives: as long as it does, its
 * deliveries are left to it, however long they take.
 */
class Heartbeat implements InitializingBean, DisposableBean {

	private final String name;

	private final JdbcClient jdbc;

	Heartbeat(SessionName session, JdbcClient jdbc) {
		this.name = session.name();
		this.jdbc = jdbc;
	}

	@Override
	public void afterPropertiesSet() {
		beat();
	}

	@Scheduled(fixedDelayString = "${pangea.deliveries.heartbeat-interval:5s}")
	void beat() {
		this.jdbc.sql("insert into pangea.instance (name) values (?) on conflict (name) do update set seen_at = now()")
			.param(this.name)
			.update();
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetTheDead() {
		this.jdbc.sql("delete from pangea.instance where seen_at < now() - interval '1 day'").update();
	}

	/** What is left open is for others at once. */
	@Override
	public void destroy() {
		this.jdbc.sql("delete from pangea.instance where name = ?").param(this.name).update();
	}

}
