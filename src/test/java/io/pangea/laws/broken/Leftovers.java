package io.pangea.laws.broken;

import org.springframework.web.service.annotation.HttpExchange;

/** A contract that breaks every rule for one. */
@HttpExchange("/leftovers")
public interface Leftovers {

	void takeAll();

}
