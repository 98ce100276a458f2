package io.pangea.analytics;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jmolecules.ddd.types.Identifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/** Lines of CSV (RFC 4180). */
final class Csv {

	private static final String FORMULA = "=+-@\t\r\n";

	private Csv() {
	}

	/** The names of what is in a record, those of records in it after a dot. */
	static List<String> names(Class<?> row) {
		return Stream.of(row.getRecordComponents())
			.flatMap((it) -> it.getType().isRecord() && !isOne(it.getType())
					? names(it.getType()).stream().map((inner) -> it.getName() + "." + inner) : Stream.of(it.getName()))
			.toList();
	}

	/** What is in a record, in the order of its names. */
	static List<@Nullable Object> values(Class<?> type, @Nullable Object row) {
		List<@Nullable Object> values = new ArrayList<>();
		for (RecordComponent it : type.getRecordComponents()) {
			Object value = (row != null) ? ReflectionUtils.invokeMethod(it.getAccessor(), row) : null;
			if (it.getType().isRecord() && !isOne(it.getType())) {
				values.addAll(values(it.getType(), value));
			}
			else {
				values.add(value);
			}
		}
		return values;
	}

	/** Ids are records on paper only. */
	private static boolean isOne(Class<?> type) {
		return Identifier.class.isAssignableFrom(type);
	}

	static byte[] line(List<? extends @Nullable Object> values) {
		return values.stream()
			.map(Csv::cell)
			.collect(Collectors.joining(",", "", "\r\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String cell(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Number number -> number.toString();
			case Money money -> Long.toString(money.getAmountMinorLong());
			case RecommendationUse.Share share -> "%s %d of %d".formatted(share.ordered().getCurrencyUnit(),
					share.recommended().getAmountMinorLong(), share.ordered().getAmountMinorLong());
			case List<?> list -> list.stream().map(Csv::cell).collect(Collectors.joining("; "));
			default -> quoted(harmless(value.toString()));
		};
	}

	private static String harmless(String text) {
		return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private static String quoted(String text) {
		return text.chars().anyMatch((it) -> ",\"\r\n".indexOf(it) >= 0) ? "\"" + text.replace("\"", "\"\"") + "\""
				: text;
	}

}
