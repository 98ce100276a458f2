package io.pangea.platform.remote;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import io.pangea.platform.boundary.Transport;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;

/** The modules that run elsewhere, each reached over its own connections. */
class Remotes implements Transport.Remote {

	private final Map<String, RemoteModule> modules = new ConcurrentHashMap<>();

	private final Topology topology;

	private final Problems problems;

	private final BiFunction<String, URI, RemoteModule> connector;

	/**
	 * @param connector makes what reaches a module, by its name and address
	 */
	Remotes(Topology topology, Problems problems, BiFunction<String, URI, RemoteModule> connector) {
		this.topology = topology;
		this.problems = problems;
		this.connector = connector;
	}

	@Override
	public Transport to(Class<?> contract, String module) {
		RemoteModule remote = this.modules.computeIfAbsent(module,
				(name) -> this.connector.apply(name, Objects.requireNonNull(this.topology.remotes().get(name))));
		return new RemoteCalls(remote, remote.client(contract), this.problems);
	}

}
