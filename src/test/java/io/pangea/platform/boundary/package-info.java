@NullMarked
package io.pangea.platform.boundary;

import org.jspecify.annotations.NullMarked;
