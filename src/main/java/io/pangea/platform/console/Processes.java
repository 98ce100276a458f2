package io.pangea.platform.console;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.pangea.platform.boundary.Transport;
import io.pangea.platform.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * All processes of the store, as far as they have addresses of their own. They are asked
 * at the same time, each for as long as all are waited for.
 */
@Component
class Processes {

	private static final Logger LOG = LoggerFactory.getLogger(Processes.class);

	private static final int PATIENCE_SECONDS = 2;

	private final Topology topology;

	private final Transport.Remote remotes;

	private final ExecutorService threads;

	Processes(Topology topology, Transport.Remote remotes, ExecutorService threads) {
		this.topology = topology;
		this.remotes = remotes;
		this.threads = threads;
	}

	/**
	 * @param silent modules whose process did not answer in time
	 */
	record Answers<T>(List<T> given, SortedSet<String> silent) {

	}

	/** Asks this process and all others, as whoever is asking. */
	<T> Answers<T> ask(Callable<T> here, Function<DeliveryConsole, T> others) {
		List<SortedSet<String>> asked = new ArrayList<>(List.of(new TreeSet<>(this.topology.running())));
		List<Callable<T>> questions = new ArrayList<>(List.of(here));
		elsewhere().values().forEach((modules) -> {
			asked.add(modules);
			questions.add(() -> others.apply(consoleOf(modules.first())));
		});
		Answers<T> answers = new Answers<>(new ArrayList<>(), new TreeSet<>());
		List<Future<T>> futures = invoke(questions);
		for (int i = 0; i < futures.size(); i++) {
			Future<T> answer = futures.get(i);
			if (answer.state() == Future.State.SUCCESS) {
				answers.given().add(answer.resultNow());
			}
			else {
				LOG.warn("The process of {} does not tell of its deliveries: {}", String.join(", ", asked.get(i)),
						(answer.state() == Future.State.FAILED) ? answer.exceptionNow().toString()
								: "it takes too long");
				answers.silent().addAll(asked.get(i));
			}
		}
		return answers;
	}

	/** The modules at each address. */
	private Map<URI, SortedSet<String>> elsewhere() {
		Map<URI, SortedSet<String>> places = new TreeMap<>();
		this.topology.remotes()
			.forEach((module, address) -> places.computeIfAbsent(address, (it) -> new TreeSet<>()).add(module));
		return places;
	}

	private DeliveryConsole consoleOf(String module) {
		Transport transport = this.remotes.to(DeliveryConsole.class, module);
		return (DeliveryConsole) Proxy.newProxyInstance(DeliveryConsole.class.getClassLoader(),
				new Class<?>[] { DeliveryConsole.class },
				(proxy, method, arguments) -> transport.call(method, arguments));
	}

	private <T> List<Future<T>> invoke(List<Callable<T>> questions) {
		try {
			return this.threads.invokeAll(questions, PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
