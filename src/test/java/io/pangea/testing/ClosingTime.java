package io.pangea.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends applications that tests share when the last test has ended, while there is still a
 * database to say goodbye to: once the JVM ends, the database does at the same time, and
 * each of them would wait for it.
 */
public final class ClosingTime implements LauncherSessionListener {

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		TestDatabase.closeApplications();
	}

}
