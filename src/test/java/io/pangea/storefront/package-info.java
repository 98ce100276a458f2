@NullMarked
package io.pangea.storefront;

import org.jspecify.annotations.NullMarked;
