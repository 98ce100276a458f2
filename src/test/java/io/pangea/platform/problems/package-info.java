@NullMarked
package io.pangea.platform.problems;

import org.jspecify.annotations.NullMarked;
