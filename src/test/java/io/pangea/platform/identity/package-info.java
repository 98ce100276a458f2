@NullMarked
package io.pangea.platform.identity;

import org.jspecify.annotations.NullMarked;
