@NullMarked
package io.pangea.platform.health;

import org.jspecify.annotations.NullMarked;
