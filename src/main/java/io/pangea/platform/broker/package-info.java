/**
 * Events on their way to modules in other processes, through Kafka; asleep while all
 * modules run here and no broker is configured.
 */
@NullMarked
package io.pangea.platform.broker;

import org.jspecify.annotations.NullMarked;
