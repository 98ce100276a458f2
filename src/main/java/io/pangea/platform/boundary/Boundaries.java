package io.pangea.platform.boundary;

import java.lang.reflect.Proxy;
import java.util.Arrays;

import io.micrometer.core.instrument.MeterRegistry;
import io.pangea.platform.Modules;
import io.pangea.platform.topology.Topology;

import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** Makes the boundary between a caller and a contract, once per place of injection. */
public class Boundaries {

	private final Modules modules;

	private final ListableBeanFactory beans;

	private final MeterRegistry meters;

	private final Topology topology;

	private final Transport.Remote remote;

	private final Transport.Decorator decorator;

	Boundaries(Modules modules, ListableBeanFactory beans, MeterRegistry meters, Topology topology,
			Transport.Remote remote, Transport.Decorator decorator) {
		this.modules = modules;
		this.beans = beans;
		this.meters = meters;
		this.topology = topology;
		this.remote = remote;
		this.decorator = decorator;
	}

	/**
	 * A contract as one place of injection sees it; called by the container.
	 */
	<T> T between(Class<T> contract, InjectionPoint place) {
		return between(contract, this.modules.moduleOf(place.getMember().getDeclaringClass()));
	}

	/** A contract as a module sees it. */
	public <T> T between(Class<T> contract, String caller) {
		String callee = this.modules.moduleOf(contract);
		Transport transport = this.topology.runs(callee) ? inProcess(contract, callee)
				: this.remote.to(contract, callee);
		return proxy(contract, new Boundary(contract, caller, callee, this.decorator.decorate(transport), this.meters));
	}

	/**
	 * The implementation is looked up at the first call: a module may be injected with a
	 * neighbour that is not built yet.
	 */
	private Transport inProcess(Class<?> contract, String module) {
		return new InProcess(module, SingletonSupplier.of(() -> implementation(contract))::obtain);
	}

	/**
	 * The marker keeps the container from advising the boundary itself: who may call, and
	 * with what, is for the implementation to check, when it is known who is calling.
	 */
	static <T> T proxy(Class<T> contract, Boundary boundary) {
		Class<?>[] types = { contract, AopInfrastructureBean.class };
		return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), types, boundary));
	}

	private Object implementation(Class<?> contract) {
		String name = Arrays.stream(this.beans.getBeanNamesForType(contract, false, false))
			.filter((it) -> !it.startsWith("boundary:"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing implements the contract " + contract.getName()));
		return this.beans.getBean(name);
	}

}
