package io.pangea.platform.lifecycle;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/** Of several instances one works off a schedule, unless there is a reason for all to. */
class ScheduleLockTests {

	private static final Map<String, String> IN_EVERY_PROCESS = Map.of("Heartbeat.beat",
			"each process says for itself that it lives", "Heartbeat.forgetTheDead",
			"what was deleted is not deleted again", "InboxSweep.run", "what was deleted is not deleted again",
			"Incoming.relieve", "each process has consumers of its own", "Handover.run",
			"rows that another process has taken are skipped", "Leftovers.run",
			"rows that another process has taken are skipped", "Drivers.takeUpWhatIsDue",
			"each process claims orders of its own", "ImportWorker.beat", "each process speaks for its own imports",
			"IngestWorker.takeUp", "each process claims films of its own");

	@Test
	void everyScheduleRunsUnderALockOrHasAReasonNotTo() {
		List<Method> schedules = new Modules("io.pangea").typesWithMethodsAnnotatedWith(Scheduled.class)
			.stream()
			.filter((type) -> !type.getName().contains("Tests"))
			.flatMap(ScheduleLockTests::schedules)
			.toList();
		assertThat(schedules).hasSizeGreaterThan(IN_EVERY_PROCESS.size());
		assertThat(schedules.stream().filter(ScheduleLockTests::isUnlocked).map(ScheduleLockTests::name))
			.containsExactlyInAnyOrderElementsOf(IN_EVERY_PROCESS.keySet());
		assertThat(schedules.stream()
			.filter((it) -> !isUnlocked(it))
			.map((it) -> it.getAnnotation(SchedulerLock.class).name())).doesNotHaveDuplicates();
	}

	@Test
	void bites() {
		assertThat(schedules(Careless.class)).singleElement().matches(ScheduleLockTests::isUnlocked);
	}

	private static Stream<Method> schedules(Class<?> type) {
		return Stream.of(type.getDeclaredMethods()).filter((it) -> it.isAnnotationPresent(Scheduled.class));
	}

	private static boolean isUnlocked(Method schedule) {
		return !schedule.isAnnotationPresent(SchedulerLock.class);
	}

	private static String name(Method schedule) {
		return schedule.getDeclaringClass().getSimpleName() + "." + schedule.getName();
	}

	static class Careless {

		@Scheduled(fixedDelay = 1000)
		void payEverybody() {
		}

	}

}
