package io.pangea.playback;

import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends sessions nothing is heard of any more, and forgets those that ended long ago. */
@Component
class SessionExpiry {

	private static final int BATCH = 200;

	private final Sessions sessions;

	SessionExpiry(Sessions sessions) {
		this.sessions = sessions;
	}

	@Scheduled(fixedDelayString = "${pangea.playback.silence-check:15s}")
	@SchedulerLock(name = "playback.silence")
	void finishSilent() {
		boolean more;
		do {
			more = this.sessions.finishSilent(BATCH);
		}
		while (more);
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	@SchedulerLock(name = "playback.forget-finished")
	void forgetFinished() {
		this.sessions.forgetFinished();
	}

}
