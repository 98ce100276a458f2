/**
 * The eight laws of the house, each with a fixture that breaks it and so proves that its
 * test bites.
 */
@NullMarked
package io.pangea.laws;

import org.jspecify.annotations.NullMarked;
