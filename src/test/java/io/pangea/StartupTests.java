package io.pangea;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

@StoreTest
class StartupTests {

	@Test
	void starts() {
	}

}
