/** Code that breaks the laws, on purpose. */
@NullMarked
package io.pangea.laws.broken;

import org.jspecify.annotations.NullMarked;
