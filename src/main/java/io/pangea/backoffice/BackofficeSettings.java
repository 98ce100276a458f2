package io.pangea.backoffice;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the pages for staff.
 *
 * @param currency suggested for the price of a new product, ISO 4217
 * @param zone in which times are written
 * @param pageSize rows per page of a list, 1 to 100
 * @param patience how long a page waits for a part that it can do without
 */
@ConfigurationProperties("pangea.backoffice")
record BackofficeSettings(@DefaultValue("USD") String currency, @DefaultValue("UTC") ZoneId zone,
		@DefaultValue("25") int pageSize, @DefaultValue("2s") Duration patience) {

}
