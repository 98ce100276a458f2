package io.pangea.platform.deliveries;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The threads that deliver, whatever they deliver to. */
@Component
class Hands {

	private final ListableBeanFactory beans;

	Hands(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Whether none of them is at anything, nor has anything to begin. */
	boolean idle() {
		return this.beans.getBeansOfType(ThreadPoolTaskExecutor.class)
			.values()
			.stream()
			.allMatch((threads) -> threads.getQueueSize() == 0 && threads.getActiveCount() == 0);
	}

}
