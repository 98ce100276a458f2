package io.pangea.platform.boundary;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Delivers every event twice and in no particular order, as a broker may: each delivery
 * waits a random moment, so that those under way at the same time overtake each other.
 */
class LoopbackDeliveries extends DefaultPointcutAdvisor {

	private static final long LONGEST_WAIT_NANOS = 40_000_000;

	LoopbackDeliveries() {
		super(new AnnotationMatchingPointcut(null, ApplicationModuleListener.class, true),
				(MethodInterceptor) LoopbackDeliveries::twice);
		// Inside the asynchronous hand-over and the bookkeeping of deliveries, around the
		// transaction.
		setOrder(Ordered.HIGHEST_PRECEDENCE + 1000);
	}

	private static @Nullable Object twice(MethodInvocation delivery) throws Throwable {
		MethodInvocation repeat = ((ProxyMethodInvocation) delivery).invocableClone();
		waitAMoment();
		delivery.proceed();
		waitAMoment();
		return repeat.proceed();
	}

	private static void waitAMoment() {
		LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_NANOS));
	}

}
