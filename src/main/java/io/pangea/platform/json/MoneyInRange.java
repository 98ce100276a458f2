package io.pangea.platform.json;

import java.math.BigDecimal;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.stereotype.Component;

/**
 * Refuses amounts no store can mean, where the caller can still be told which field has
 * it: minor units are kept in 64 bits, and sums of amounts have to fit as well.
 */
@Component
class MoneyInRange extends SimpleModule {

	/** In minor units, either way. */
	private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

	MoneyInRange() {
		super("money-in-range");
		setDeserializerModifier(new ValueDeserializerModifier() {
			@Override
			public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config,
					BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
				return description.getBeanClass().equals(Money.class) ? new Checking(deserializer) : deserializer;
			}
		});
	}

	private static final class Checking extends DelegatingDeserializer {

		Checking(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new Checking(delegate);
		}

		@Override
		public @Nullable Object deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
			Object value = super.deserialize(in, context);
			if (value instanceof Money money && money.getAmountMinor().abs().compareTo(LIMIT) > 0) {
				return context.reportInputMismatch(Money.class, "the amount is out of range");
			}
			return value;
		}

	}

}
