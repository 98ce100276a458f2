package io.pangea.orders;

/** This way of delivery is unknown or does not reach the country. */
public final class DeliveryUnavailable extends IllegalArgumentException {

	private final String country;

	public DeliveryUnavailable(String country) {
		super("Choose one of the delivery options for %s.".formatted(country));
		this.country = country;
	}

	public String country() {
		return this.country;
	}

}
