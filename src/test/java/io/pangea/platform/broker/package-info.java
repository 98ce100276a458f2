@NullMarked
package io.pangea.platform.broker;

import org.jspecify.annotations.NullMarked;
