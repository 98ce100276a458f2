/** Events on their way to listeners: retried, parked, replayed. */
@NullMarked
package io.pangea.platform.deliveries;

import org.jspecify.annotations.NullMarked;
