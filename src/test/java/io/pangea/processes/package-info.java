/**
 * The store as real processes, with servers and broker of their own, and faults in all of
 * them.
 */
@NullMarked
package io.pangea.processes;

import org.jspecify.annotations.NullMarked;
