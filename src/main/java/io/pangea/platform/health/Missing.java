package io.pangea.platform.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * What a process can do without for a while: it is named, and the process stays in
 * service.
 */
final class Missing {

	private static final Status DEGRADED = new Status("DEGRADED");

	private Missing() {
	}

	static Health because(String problem) {
		return Health.status(DEGRADED).withDetail("problem", problem).build();
	}

}
