/** The papers that are written from the code, or checked against it. */
@NullMarked
package io.pangea.papers;

import org.jspecify.annotations.NullMarked;
