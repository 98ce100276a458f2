package io.pangea.platform.database;

import java.util.Set;
import java.util.UUID;

import io.pangea.platform.json.Identifiers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Typed ids are UUID columns. */
final class IdentifierConverters {

	private IdentifierConverters() {
	}

	@WritingConverter
	record Writing(Class<?> type) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(this.type, UUID.class));
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return (source != null) ? Identifiers.valueOf(source) : null;
		}

	}

	@ReadingConverter
	record Reading(Class<?> type) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(UUID.class, this.type));
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return (source != null) ? Identifiers.of(this.type, (UUID) source) : null;
		}

	}

}
