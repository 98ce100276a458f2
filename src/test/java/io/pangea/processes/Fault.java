package io.pangea.processes;

import java.time.Duration;

/**
 * Something that goes wrong for a while and is then put right again.
 *
 * @param name the same for all faults that are one line in the report
 * @param lasts how long it stays wrong before somebody begins to put it right
 */
record Fault(String name, Duration lasts, Runnable begin, Runnable end) {

}
