/** The database, its locks and its failures. */
@NullMarked
package io.pangea.platform.database;

import org.jspecify.annotations.NullMarked;
