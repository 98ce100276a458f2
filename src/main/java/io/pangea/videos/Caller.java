package io.pangea.videos;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks, as far as it matters to what is shown. */
final class Caller {

	private Caller() {
	}

	/**
	 * Whether what is not published may be shown: to staff, and to modules that ask for
	 * themselves.
	 */
	static boolean isInside() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null && caller.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.anyMatch((authority) -> authority != null
					&& (authority.equals("ROLE_STAFF") || authority.startsWith("MODULE_")));
	}

}
