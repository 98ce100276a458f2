package io.pangea.laws.broken;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.service.annotation.HttpExchange;

/** A contract whose rules name nobody there is. */
@HttpExchange("/api/nobody")
public interface ForNobody {

	void withoutRule();

	@PreAuthorize("")
	void withEmptyRule();

	@PreAuthorize("hasRole('COSTUMER')")
	void withMistypedRole();

	@PreAuthorize("hasAuthority('MODULE_warehouse')")
	void withModuleThatIsNone();

}
