@NullMarked
package io.pangea.platform.edge;

import org.jspecify.annotations.NullMarked;
