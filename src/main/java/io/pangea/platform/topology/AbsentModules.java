package io.pangea.platform.topology;

import io.pangea.platform.Modules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps every component of a module that does not run here out of the context. */
class AbsentModules extends TypeExcludeFilter {

	private final Topology topology;

	private final Modules modules;

	AbsentModules(Topology topology, Modules modules) {
		this.topology = topology;
		this.modules = modules;
	}

	@Override
	public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
		return this.topology.isAbsent(reader.getClassMetadata().getClassName(), this.modules);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AbsentModules that && this.topology.equals(that.topology);
	}

	@Override
	public int hashCode() {
		return this.topology.hashCode();
	}

}
