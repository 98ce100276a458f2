package io.pangea.platform;

import java.util.Map;

import io.pangea.payments.Payments;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

import static org.assertj.core.api.Assertions.assertThat;

class ModulesTests {

	@Test
	void readsNoClassThatTheContextHasRead() {
		DefaultResourceLoader context = new DefaultResourceLoader();
		Modules modules = Modules.ofTheHouse().readThrough(context);
		assertThat(modules.contracts()).contains(Payments.class);
		Map<Resource, MetadataReader> read = context.getResourceCache(MetadataReader.class);
		Map<Resource, MetadataReader> once = Map.copyOf(read);
		assertThat(once).isNotEmpty();
		modules.typesAssignableTo(RuntimeException.class);
		assertThat(once).allSatisfy((resource, reader) -> assertThat(read.get(resource)).isSameAs(reader));
	}

}
