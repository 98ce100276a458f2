package io.pangea.platform.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.pangea.platform.Modules;
import io.pangea.platform.topology.Topology;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Where requests go that this process does not answer: to the module whose contract or
 * page has the address. The most specific pattern counts.
 */
class Routes {

	private final List<Route> routes = new ArrayList<>();

	/**
	 * @param module whose address it is; the target is missing when it is answered here
	 */
	record Route(PathPattern pattern, String module, Optional<URI> target) {

	}

	Routes(EdgeSettings settings, Modules modules, Topology topology) {
		settings.local().forEach((pattern) -> add(pattern, "", Optional.empty()));
		modules.contracts().forEach((contract) -> {
			String module = modules.moduleOf(contract);
			HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(contract, HttpExchange.class);
			if (exchange != null) {
				add(exchange.url() + "/**", module, target(module, topology));
			}
		});
		settings.pages()
			.forEach((module, patterns) -> patterns
				.forEach((pattern) -> add(pattern, module, target(module, topology))));
		this.routes.sort(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
	}

	/** The route of a path, unless it is answered here. */
	Optional<Route> of(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.routes.stream()
			.filter((route) -> route.pattern().matches(parsed))
			.findFirst()
			.filter((route) -> route.target().isPresent());
	}

	private static Optional<URI> target(String module, Topology topology) {
		return Optional.ofNullable(topology.remotes().get(module));
	}

	private void add(String pattern, String module, Optional<URI> target) {
		this.routes.add(new Route(PathPatternParser.defaultInstance.parse(pattern), module, target));
	}

}
