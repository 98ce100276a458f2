/** What tests of all modules need. */
@NullMarked
package io.pangea.testing;

import org.jspecify.annotations.NullMarked;
