package io.pangea.analytics;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a page tells of a visit.
 *
 * @param consent that the visitor agreed: nothing is taken without
 * @param session a random name of the visit, which the page forgets when it ends
 */
public record Beacons(@AssertTrue boolean consent,
		@NotNull @Size(min = 8, max = 64) @Pattern(regexp = "[A-Za-z0-9_-]*") String session,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid Beacon> beacons) {

}
