package io.pangea.platform.boundary;

import java.util.concurrent.TimeUnit;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the boundary adds to a call between modules in one process. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BoundaryBenchmark {

	private Neighbour direct = (question) -> question;

	private Neighbour throughBoundary = this.direct;

	/** A neighbour that does nothing. */
	public interface Neighbour {

		int ask(int question);

	}

	@Setup
	public void build() {
		Neighbour implementation = (question) -> question + 1;
		this.direct = implementation;
		this.throughBoundary = Boundaries.proxy(Neighbour.class,
				new Boundary(Neighbour.class, "orders", "products", new InProcess("neighbour", () -> implementation),
						new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
	}

	@Setup
	public void signIn() {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ada", ""));
	}

	@Benchmark
	public int direct() {
		return this.direct.ask(1);
	}

	@Benchmark
	public int throughBoundaryForAPerson() {
		return this.throughBoundary.ask(1);
	}

	@Benchmark
	public int throughBoundaryOfItsOwn() {
		SecurityContextHolder.clearContext();
		return this.throughBoundary.ask(1);
	}

}
