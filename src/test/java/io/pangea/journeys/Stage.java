package io.pangea.journeys;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A way for the store to run that journeys are made in: it starts with the first of them
 * and ends after the last.
 */
abstract class Stage implements AutoCloseable {

	final String name;

	private final Supplier<Running> start;

	private @Nullable Running running;

	Stage(String name, Supplier<Running> start) {
		this.name = name;
		this.start = start;
	}

	/**
	 * A store that runs.
	 *
	 * @param end ends it
	 * @param shop how it is reached
	 * @param staff somebody who works there
	 */
	record Running(Runnable end, Shop shop, Staff staff) {

	}

	Running running() {
		if (this.running == null) {
			this.running = this.start.get();
		}
		return this.running;
	}

	@Override
	public void close() {
		if (this.running != null) {
			this.running.shop().close();
			this.running.end().run();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
