/** Which modules run in this process, and where the others are. */
@NullMarked
package io.pangea.platform.topology;

import org.jspecify.annotations.NullMarked;
