package io.pangea.laws.broken;

import io.pangea.platform.Modules;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that repeats what a contract says, in a business module that knows the
 * platform.
 */
@RestController
public class ControllerBesideContract {

	@Nullable Modules modules;

}
