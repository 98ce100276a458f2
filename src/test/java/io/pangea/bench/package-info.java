/**
 * What the store costs, beside a floor measured in the same run;
 * {@code ./mvnw -Pbench verify} runs it.
 */
@NullMarked
package io.pangea.bench;

import org.jspecify.annotations.NullMarked;
