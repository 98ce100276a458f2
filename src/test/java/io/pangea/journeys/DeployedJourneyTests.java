package io.pangea.journeys;

import java.util.Objects;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The journeys against a store that runs somewhere else: {@code -Dpangea.base-url=…} with
 * {@code -Dpangea.staff-email=…} and {@code -Dpangea.staff-password=…}.
 */
@EnabledIfSystemProperty(named = "pangea.base-url", matches = ".+")
class DeployedJourneyTests extends Journeys {

	private final Shop shop = new Shop(property("pangea.base-url"));

	@Override
	public Shop shop() {
		return this.shop;
	}

	@Override
	public Staff staff() {
		return Staff.signedIn(this.shop, property("pangea.staff-email"), property("pangea.staff-password"));
	}

	static String property(String name) {
		return Objects.requireNonNull(System.getProperty(name), () -> "Set -D%s".formatted(name));
	}

}
