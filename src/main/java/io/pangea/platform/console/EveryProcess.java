package io.pangea.platform.console;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.pangea.platform.deliveries.HeldDeliveries;

import org.springframework.web.bind.annotation.RestController;

/** Answers for this process, and asks all others. */
@RestController
class EveryProcess implements DeliveryConsole {

	/** Of each kind and process: what is more is not read by people any more. */
	private static final int LIMIT = 200;

	private final HeldDeliveries held;

	private final Processes processes;

	EveryProcess(HeldDeliveries held, Processes processes) {
		this.held = held;
		this.processes = processes;
	}

	@Override
	public FailedDeliveries list(boolean here) {
		if (here) {
			return listHere();
		}
		Processes.Answers<FailedDeliveries> answers = this.processes.ask(this::listHere, (other) -> other.list(true));
		return FailedDeliveries.together(answers.given(), answers.silent());
	}

	@Override
	public Replay.Reach replay(Replay replay, boolean here) {
		if (here) {
			return replayHere(replay);
		}
		return new Replay.Reach(
				this.processes.ask(() -> replayHere(replay), (other) -> other.replay(replay, true)).silent());
	}

	private FailedDeliveries listHere() {
		List<FailedDelivery> items = Stream.concat(this.held.parked(LIMIT).stream(), this.held.waiting(LIMIT).stream())
			.map(FailedDelivery::of)
			.toList();
		boolean more = this.held.count(true) > LIMIT || this.held.count(false) > LIMIT;
		return new FailedDeliveries(items, more, new TreeSet<>());
	}

	private Replay.Reach replayHere(Replay replay) {
		this.held.replay(replay.ids());
		return new Replay.Reach(new TreeSet<>());
	}

}
