package io.pangea.laws.broken;

import org.springframework.validation.annotation.Validated;
import org.springframework.web.service.annotation.HttpExchange;

/** A contract nobody else can see. */
@HttpExchange("/api/hidden")
@Validated
interface Hidden {

}
