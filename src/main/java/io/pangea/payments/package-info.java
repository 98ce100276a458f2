/** Money: authorise, capture, refund, and the ledger that says what happened. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pangea.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
