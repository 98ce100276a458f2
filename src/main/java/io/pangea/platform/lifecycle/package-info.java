/** How a process leaves without anybody noticing. */
@NullMarked
package io.pangea.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
