package io.pangea.platform.remote;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.pangea.Pangea;
import io.pangea.orders.Orders;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.processes.Deployment;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * What a call of a contract costs whose module runs in another process, beside a bare
 * {@link RestClient}. {@code callee} is an empty handler of Spring MVC and nothing else,
 * or the module as it is shipped, in an operation that touches no data.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class RemoteCallBenchmark {

	/**
	 * System property that says where a callee is: {@code pangea.bench.<callee>}.
	 */
	public static final String ADDRESS = "pangea.bench.";

	@Param({ "emptyHandler", "module" })
	String callee = "";

	private @Nullable ConfigurableApplicationContext context;

	private RestClient bare = RestClient.create();

	private @Nullable Orders contract;

	@Setup
	public void start() {
		String address = System.getProperty(ADDRESS + this.callee);
		var connections = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		this.bare = RestClient.builder()
			.baseUrl(address)
			.requestFactory(new JdkClientHttpRequestFactory(connections))
			.build();
		this.context = new SpringApplicationBuilder(Pangea.class).run("--server.port=0", "--pangea.run=storefront",
				"--pangea.service-secret=" + Deployment.SECRET, "--pangea.remote.orders=" + address);
		this.contract = this.context.getBean(Boundaries.class).between(Orders.class, "storefront");
	}

	@TearDown
	public void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Benchmark
	public @Nullable Object bareRestClient() {
		return this.bare.get().uri("/api/orders/delivery-options?country={country}", "AQ").retrieve().body(List.class);
	}

	@Benchmark
	public @Nullable Object contract() {
		return (this.contract != null) ? this.contract.deliveryOptions("AQ") : null;
	}

}
