@NullMarked
package io.pangea.platform.deliveries;

import org.jspecify.annotations.NullMarked;
