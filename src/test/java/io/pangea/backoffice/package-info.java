@NullMarked
package io.pangea.backoffice;

import org.jspecify.annotations.NullMarked;
