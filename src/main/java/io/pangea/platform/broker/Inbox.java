package io.pangea.platform.broker;

import java.util.List;
import java.util.Set;

import io.pangea.platform.deliveries.HeldDeliveries;
import io.pangea.platform.deliveries.LocalListeners;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * Takes in what comes for a module: each listener gets an event once, however often it
 * comes, and from then on as if it had been published here, with the same retries. Nobody
 * else hears of it, so nothing goes round in circles.
 */
class Inbox {

	private final Hearsay hearsay;

	private final Messages messages;

	private final LocalListeners listeners;

	private final HeldDeliveries held;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	Inbox(Hearsay hearsay, Messages messages, LocalListeners listeners, HeldDeliveries held, JdbcClient jdbc,
			TransactionTemplate transaction, JsonMapper json) {
		this.hearsay = hearsay;
		this.messages = messages;
		this.listeners = listeners;
		this.held = held;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.json = json;
	}

	/** A message no module could read, with the reason, as it is shown to people. */
	record Parked(String module, String reason, Message message) {

	}

	/** Where messages for a module wait that it could not read. */
	static String nameOf(String module) {
		return module + ".inbox";
	}

	/** Gives a message to the listeners of a module, or parks it for a person to see. */
	void receive(String module, Message message) {
		try {
			Class<?> type = this.messages.type(message);
			List<String> listeners = listeners(module, message, type);
			if (!listeners.isEmpty()) {
				Object event = this.messages.read(message, type);
				this.transaction.executeWithoutResult((status) -> this.listeners.deliver(event,
						listeners.stream().filter((listener) -> isNew(listener, event)).toList()));
			}
		}
		catch (Unreadable ex) {
			this.held.park(nameOf(module), Message.class.getName(),
					this.json.writeValueAsString(new Parked(module, ex.reason(), message)));
		}
	}

	/** Forgets that a listener was given an event. */
	void forget(String listener, Object event) {
		this.jdbc.sql("delete from pangea.inbox where listener_id = ? and event_id = ?::uuid")
			.params(listener, Messages.idOf(event).toString())
			.update();
	}

	private List<String> listeners(String module, Message message, Class<?> type) throws Unreadable {
		List<String> here = this.hearsay.listeners(type)
			.filter((listener) -> listener.module().equals(module))
			.map(Hearsay.Listener::id)
			.filter(this.listeners.ids()::contains)
			.toList();
		String only = message.header(Message.ONLY_FOR);
		if (only.isEmpty()) {
			Set<String> heard = StringUtils.commaDelimitedListToSet(message.header(Message.HEARD_BY));
			return here.stream().filter((listener) -> !heard.contains(listener)).toList();
		}
		if (only.startsWith(module + ".") && !here.contains(only)) {
			throw new Unreadable("there is no listener " + only);
		}
		return here.stream().filter(only::equals).toList();
	}

	private boolean isNew(String listener, Object event) {
		return this.jdbc
			.sql("insert into pangea.inbox (listener_id, event_id) values (?, ?::uuid) on conflict do nothing")
			.params(listener, Messages.idOf(event).toString())
			.update() > 0;
	}

}
