@NullMarked
package io.pangea.platform.remote;

import org.jspecify.annotations.NullMarked;
