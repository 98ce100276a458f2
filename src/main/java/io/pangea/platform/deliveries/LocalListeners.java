package io.pangea.platform.deliveries;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** The listeners that run in this process, by their ids. */
@Component
public class LocalListeners {

	private final AbstractApplicationContext context;

	private final EventPublicationRegistry registry;

	private final SingletonSupplier<Map<String, TransactionalApplicationListener<ApplicationEvent>>> listeners = SingletonSupplier
		.of(this::find);

	LocalListeners(ApplicationContext context, EventPublicationRegistry registry) {
		this.context = (AbstractApplicationContext) context;
		this.registry = registry;
	}

	/** Of use once the application has started. */
	public Set<String> ids() {
		return this.listeners.obtain().keySet();
	}

	/**
	 * Delivers an event to some listeners and nobody else, as if it had been published in
	 * the current transaction.
	 */
	public void deliver(Object event, Collection<String> ids) {
		this.registry.store(event, ids.stream().map(PublicationTargetIdentifier::of));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				ids.forEach(
						(id) -> listener(id).processEvent(new PayloadApplicationEvent<>(LocalListeners.this, event)));
			}
		});
	}

	private TransactionalApplicationListener<ApplicationEvent> listener(String id) {
		TransactionalApplicationListener<ApplicationEvent> listener = this.listeners.obtain().get(id);
		if (listener == null) {
			throw new IllegalArgumentException("No listener %s runs here".formatted(id));
		}
		return listener;
	}

	@SuppressWarnings("unchecked")
	private Map<String, TransactionalApplicationListener<ApplicationEvent>> find() {
		return this.context.getApplicationListeners()
			.stream()
			.filter(TransactionalApplicationListener.class::isInstance)
			.map((listener) -> (TransactionalApplicationListener<ApplicationEvent>) listener)
			.collect(Collectors.toMap(TransactionalApplicationListener::getListenerId, Function.identity()));
	}

}
