package io.pangea.platform.broker;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jmolecules.ddd.types.Identifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ReflectionUtils;

/** Puts events into messages and takes them out again. */
class Messages {

	private final Hearsay hearsay;

	private final JsonMapper json;

	private final String prefix;

	Messages(Hearsay hearsay, JsonMapper json, BrokerSettings settings) {
		this.hearsay = hearsay;
		this.json = json;
		this.prefix = settings.prefix();
	}

	/** The topic with the events of a module. */
	String topic(String speaker) {
		return this.prefix + "." + speaker;
	}

	/** The consumer group of a listening module. */
	String group(String listener) {
		return this.prefix + "." + listener;
	}

	/**
	 * @param more headers beyond those of every event
	 */
	Message of(Object event, Map<String, String> more) {
		Class<?> type = event.getClass();
		String speaker = this.hearsay.speaker(type);
		RecordComponent[] components = type.getRecordComponents();
		String id = value(components[0], event).toString();
		String aggregate = Stream.of(components)
			.filter((component) -> isIdOf(speaker, component.getType()))
			.findFirst()
			.map((component) -> value(component, event).toString())
			.orElse(id);
		Map<String, String> headers = new LinkedHashMap<>(more);
		headers.put(Message.SPEC_VERSION, "1.0");
		headers.put(Message.ID, id);
		headers.put(Message.SOURCE, "/" + speaker);
		headers.put(Message.TYPE, Hearsay.nameOf(type));
		headers.put(Message.TIME, value(components[1], event).toString());
		headers.put(Message.SUBJECT, aggregate);
		headers.put(Message.CONTENT_TYPE, "application/json");
		return new Message(topic(speaker), aggregate, headers, this.json.writeValueAsString(event));
	}

	/** The class of the event in a message. */
	Class<?> type(Message message) throws Unreadable {
		String name = message.header(Message.TYPE);
		return this.hearsay.event(name)
			.filter((type) -> topic(this.hearsay.speaker(type)).equals(message.topic()))
			.orElseThrow(() -> new Unreadable(
					name.isEmpty() ? "it does not say what it is" : "nothing here knows the type " + name));
	}

	Object read(Message message, Class<?> type) throws Unreadable {
		try {
			Object event = this.json.readValue(Objects.requireNonNullElse(message.body(), ""), type);
			for (RecordComponent component : type.getRecordComponents()) {
				if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
						&& invoke(component, event) == null) {
					throw new Unreadable("it lacks " + component.getName());
				}
			}
			if (!value(type.getRecordComponents()[0], event).toString().equals(message.header(Message.ID))) {
				throw new Unreadable("its ids differ, inside and on the envelope");
			}
			return event;
		}
		catch (JacksonException ex) {
			throw new Unreadable(ex.getOriginalMessage());
		}
	}

	/** The id that an event keeps over all its deliveries. */
	static Object idOf(Object event) {
		return value(event.getClass().getRecordComponents()[0], event);
	}

	private boolean isIdOf(String speaker, Class<?> type) {
		return Identifier.class.isAssignableFrom(type) && this.hearsay.speaker(type).equals(speaker);
	}

	private static Object value(RecordComponent component, Object event) {
		return Objects.requireNonNull(invoke(component, event));
	}

	private static @Nullable Object invoke(RecordComponent component, Object event) {
		return ReflectionUtils.invokeMethod(component.getAccessor(), event);
	}

}
