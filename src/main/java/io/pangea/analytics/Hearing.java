package io.pangea.analytics;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Makes facts of the events of other modules. All of an event is kept but whose account
 * it was about, which a pseudonym takes the place of.
 */
@Component
class Hearing {

	private final Facts facts;

	private final Persons persons;

	private final JsonMapper json;

	Hearing(Facts facts, Persons persons, JsonMapper json) {
		this.facts = facts;
		this.persons = persons;
		this.json = json;
	}

	void of(Record event) {
		this.facts.add(List.of(fact(event)));
	}

	Fact fact(Record event) {
		DomainEvent name = Objects.requireNonNull(event.getClass().getAnnotation(DomainEvent.class));
		ObjectNode data = this.json.valueToTree(event);
		UUID id = UUID.fromString(data.remove("id").asString());
		Instant occurredAt = Instant.parse(data.remove("occurredAt").asString());
		AccountId account = null;
		for (RecordComponent component : accounts(event)) {
			account = (AccountId) value(component, event);
			data.remove(component.getName());
		}
		return new Fact(id, occurredAt, name.namespace() + "." + name.name(), null, this.persons.of(account),
				data.toString());
	}

	private static List<RecordComponent> accounts(Record event) {
		return Stream.of(event.getClass().getRecordComponents())
			.filter((component) -> component.getType().equals(AccountId.class))
			.toList();
	}

	private static @Nullable Object value(RecordComponent component, Record event) {
		return ReflectionUtils.invokeMethod(component.getAccessor(), event);
	}

}
