package io.pangea.platform.lifecycle;

import java.time.Duration;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What comes first when a process ends. By now it is not ready any more; for as long as a
 * load balancer takes to notice, it goes on as before. Then nothing new is begun:
 * schedules end, and deliveries that wait for their turn stay in the registry for others
 * or the next start. What is under way, requests and deliveries, is finished after that.
 */
class Farewell implements ApplicationListener<ContextClosedEvent>, Ordered {

	private final Duration notice;

	private final ThreadPoolTaskScheduler schedules;

	private final ThreadPoolTaskExecutor deliveries;

	Farewell(Duration notice, ThreadPoolTaskScheduler schedules, ThreadPoolTaskExecutor deliveries) {
		this.notice = notice;
		this.schedules = schedules;
		this.deliveries = deliveries;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		try {
			Thread.sleep(this.notice);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.schedules.getScheduledExecutor().shutdown();
		this.deliveries.getThreadPoolExecutor().getQueue().clear();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
