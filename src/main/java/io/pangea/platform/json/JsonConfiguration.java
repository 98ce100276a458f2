package io.pangea.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.platform.Modules;
import org.jmolecules.ddd.types.Identifier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;

/** How values look on the wire: money in minor units, typed ids as bare UUIDs. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

	@Bean
	Identifiers identifiers(Modules modules) {
		return new Identifiers(List.copyOf(modules.typesAssignableTo(Identifier.class)));
	}

	@Bean
	JacksonModule moneyModule() {
		return new JodaMoneyModule().withAmountRepresentation(AmountRepresentation.MINOR_CURRENCY_UNIT);
	}

	/** A number is no answer to yes or no, which may be a consent. */
	@Bean
	JsonMapperBuilderCustomizer onlyTrueAndFalseAreBooleans() {
		return (builder) -> builder.withCoercionConfig(LogicalType.Boolean,
				(config) -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.String)
					.forEach((shape) -> config.setCoercion(shape, CoercionAction.Fail)));
	}

	/**
	 * The library that writes the API's documentation as YAML would else have Spring read
	 * and write all values so, too, in a way that knows nothing of how they look.
	 */
	@Bean
	ServerHttpMessageConvertersCustomizer yamlIsTextToUs() {
		return (converters) -> converters.withYamlConverter(yamlAsText());
	}

	@Bean
	ClientHttpMessageConvertersCustomizer yamlIsTextToOthers() {
		return (converters) -> converters.withYamlConverter(yamlAsText());
	}

	private static HttpMessageConverter<String> yamlAsText() {
		var converter = new StringHttpMessageConverter(StandardCharsets.UTF_8);
		converter.setSupportedMediaTypes(List.of(MediaType.APPLICATION_YAML));
		return converter;
	}

	@Bean
	JacksonModule textModule() {
		return new SimpleModule("text").addDeserializer(String.class, new TextDeserializer());
	}

	@Bean
	JacksonModule identifierModule(Identifiers identifiers) {
		SimpleModule module = new SimpleModule("identifiers");
		module.addSerializer(new IdentifierSerializer());
		identifiers.types().forEach((type) -> add(module, type));
		return module;
	}

	@SuppressWarnings("unchecked")
	private static <T> void add(SimpleModule module, Class<T> type) {
		module.addDeserializer(type, (ValueDeserializer<T>) new IdentifierDeserializer(type));
	}

	/**
	 * Refuses the one character PostgreSQL cannot store, where the caller can still be
	 * told which field has it.
	 */
	private static final class TextDeserializer extends StringDeserializer {

		@Override
		public String deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
			String text = super.deserialize(in, context);
			if (text != null && text.indexOf('\0') >= 0) {
				throw context.weirdStringException(text, String.class, "text cannot contain the character NUL");
			}
			return text;
		}

	}

	private static final class IdentifierSerializer extends StdSerializer<Identifier> {

		IdentifierSerializer() {
			super(Identifier.class);
		}

		@Override
		public void serialize(Identifier value, JsonGenerator out, SerializationContext context)
				throws JacksonException {
			out.writeString(value.toString());
		}

	}

	private static final class IdentifierDeserializer extends StdDeserializer<Object> {

		IdentifierDeserializer(Class<?> type) {
			super(type);
		}

		@Override
		public Object deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
			UUID value = context.readValue(in, UUID.class);
			if (value == null) {
				// What Jackson makes of an empty text.
				throw context.weirdStringException("", handledType(), "an id cannot be empty");
			}
			return Identifiers.of(handledType(), value);
		}

	}

}
