package io.pangea.backoffice;

import io.pangea.orders.Shipment;
import org.jspecify.annotations.Nullable;

/** A shipment as typed. */
record ShipmentForm(@Nullable String carrier, @Nullable String trackingCode) {

	Shipment shipment() {
		String code = (this.trackingCode != null) ? this.trackingCode.strip() : "";
		return new Shipment((this.carrier != null) ? this.carrier.strip() : "", code.isEmpty() ? null : code);
	}

}
