/** Acceptance: what customers and staff do, from outside, against any deployment. */
@NullMarked
package io.pangea.journeys;

import org.jspecify.annotations.NullMarked;
