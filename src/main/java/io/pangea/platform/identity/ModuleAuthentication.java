package io.pangea.platform.identity;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A module that calls on its own account, with no person behind it: authority
 * {@code MODULE_<name>}.
 */
public final class ModuleAuthentication extends AbstractAuthenticationToken {

	private final String module;

	public ModuleAuthentication(String module) {
		super(AuthorityUtils.createAuthorityList("MODULE_" + module));
		this.module = module;
		super.setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getPrincipal() {
		return this.module;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ModuleAuthentication that && super.equals(other) && this.module.equals(that.module);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.module);
	}

}
