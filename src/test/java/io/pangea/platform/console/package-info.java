@NullMarked
package io.pangea.platform.console;

import org.jspecify.annotations.NullMarked;
