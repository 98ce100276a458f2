package io.pangea.laws.broken;

import org.springframework.web.service.annotation.PostExchange;

/** A contract whose command does its work again when repeated. */
public interface Impatient {

	@PostExchange("/now")
	void payNow();

}
