/** What goes wrong in any process, for people to see and to put right. */
@NullMarked
package io.pangea.platform.console;

import org.jspecify.annotations.NullMarked;
