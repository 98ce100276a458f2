/** The line between modules: what every call and delivery across it goes through. */
@NullMarked
package io.pangea.platform.boundary;

import org.jspecify.annotations.NullMarked;
