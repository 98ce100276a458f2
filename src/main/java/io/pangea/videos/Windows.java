package io.pangea.videos;

import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells others of films whose window opened or closed. */
@Component
class Windows {

	private static final int BATCH = 100;

	private final Lifecycle lifecycle;

	Windows(Lifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	@Scheduled(fixedDelayString = "${pangea.videos.window-interval:10s}")
	@SchedulerLock(name = "videos.windows")
	void tell() {
		List<VideoId> overdue = this.lifecycle.overdue(BATCH);
		overdue.forEach(this.lifecycle::keepTime);
	}

}
