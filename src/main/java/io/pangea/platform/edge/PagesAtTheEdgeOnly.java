package io.pangea.platform.edge;

import java.util.Collections;
import java.util.Set;

import io.pangea.platform.topology.Topology;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * A process that runs no pages does not load what renders them, nor the documentation of
 * the API, which is read where the pages are: it starts faster and stays smaller so.
 */
class PagesAtTheEdgeOnly implements AutoConfigurationImportFilter, BeanFactoryAware, EnvironmentAware {

	private Set<String> edge = Set.of();

	private @Nullable Topology topology;

	@Override
	public void setBeanFactory(BeanFactory beans) {
		this.topology = beans.getBeanProvider(Topology.class).getIfAvailable();
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.edge = Binder.get(environment)
			.bind("pangea.edge.modules", Bindable.setOf(String.class))
			.orElseGet(Collections::emptySet);
	}

	@Override
	public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
		boolean pages = this.topology == null || !Collections.disjoint(this.topology.running(), this.edge);
		boolean[] matches = new boolean[candidates.length];
		for (int i = 0; i < candidates.length; i++) {
			matches[i] = pages || candidates[i] == null || !isForPages(candidates[i]);
		}
		return matches;
	}

	private static boolean isForPages(String candidate) {
		return candidate.startsWith("org.springdoc.") || candidate.startsWith("org.springframework.boot.thymeleaf.");
	}

}
