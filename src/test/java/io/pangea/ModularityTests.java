package io.pangea;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void modulesKnowOnlyWhomTheyMay() {
		ApplicationModules.of(Pangea.class).verify();
	}

}
