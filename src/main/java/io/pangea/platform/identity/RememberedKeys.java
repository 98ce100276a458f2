package io.pangea.platform.identity;

import java.text.ParseException;

import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys last seen at an address, in the database of this process. */
record RememberedKeys(String source, JdbcClient jdbc) implements RemoteKeys.Memory {

	private static final Logger LOG = LoggerFactory.getLogger(RememberedKeys.class);

	@Override
	public @Nullable JWKSet recall() {
		try {
			String keys = this.jdbc.sql("select jwks from pangea.known_keys where source = ?")
				.param(this.source)
				.query(String.class)
				.optional()
				.orElse(null);
			return (keys != null) ? JWKSet.parse(keys) : null;
		}
		catch (DataAccessException | ParseException ex) {
			LOG.warn("The keys of access tokens known before cannot be read", ex);
			return null;
		}
	}

	@Override
	public void remember(JWKSet keys) {
		try {
			this.jdbc
				.sql("insert into pangea.known_keys (source, jwks, read_at) values (?, ?, now()) "
						+ "on conflict (source) do update set jwks = excluded.jwks, read_at = excluded.read_at")
				.params(this.source, keys.toString(true))
				.update();
		}
		catch (DataAccessException ex) {
			LOG.warn("The keys of access tokens cannot be kept for the next start", ex);
		}
	}

}
