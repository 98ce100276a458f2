@NullMarked
package io.pangea.platform.database;

import org.jspecify.annotations.NullMarked;
