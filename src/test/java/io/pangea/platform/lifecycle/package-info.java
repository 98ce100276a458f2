@NullMarked
package io.pangea.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
