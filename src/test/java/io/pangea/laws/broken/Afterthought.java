package io.pangea.laws.broken;

import org.springframework.security.access.prepost.PostAuthorize;

/** Says who may see the answer, with an annotation that nothing reads. */
public interface Afterthought {

	@PostAuthorize("hasRole('STAFF')")
	String secret();

}
