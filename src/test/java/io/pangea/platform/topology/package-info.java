@NullMarked
package io.pangea.platform.topology;

import org.jspecify.annotations.NullMarked;
