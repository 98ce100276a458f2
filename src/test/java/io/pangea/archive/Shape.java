package io.pangea.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What an event, an operation or a problem looks like on the wire.
 *
 * @param file where it stands in the archive: {@code <module>/<kind>/<name>.json}
 * @param concerned who listens, or who calls
 * @param schema JSON schema, draft 2020-12
 * @param instances how values are made and read that stand at these places (JSON
 * pointers) of the schema
 */
record Shape(Path file, Set<String> concerned, ObjectNode schema, Map<String, Instance> instances) {

}
