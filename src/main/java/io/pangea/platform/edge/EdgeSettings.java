package io.pangea.platform.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the process that customers reach does with requests for modules that run
 * elsewhere.
 *
 * @param modules whoever runs one of these is an edge
 * @param pages path patterns of the pages of a module, beside the contracts' own
 * @param local path patterns that every process answers itself
 * @param connectTimeout how long making a connection may take
 */
@ConfigurationProperties("pangea.edge")
record EdgeSettings(@DefaultValue Set<String> modules, @DefaultValue Map<String, List<String>> pages,
		@DefaultValue List<String> local, @DefaultValue("1s") Duration connectTimeout) {

}
