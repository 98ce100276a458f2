/**
 * The files that ship the store: what is declared in them is valid, and is what runs.
 */
@NullMarked
package io.pangea.shipping;

import org.jspecify.annotations.NullMarked;
