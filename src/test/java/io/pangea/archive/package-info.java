/**
 * Every event, operation and problem that ever landed, as JSON schema: what a change may
 * extend but not break.
 */
@NullMarked
package io.pangea.archive;

import org.jspecify.annotations.NullMarked;
