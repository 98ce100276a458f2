package io.pangea.storefront;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.stereotype.Component;

/**
 * Puts what is wrong with a form in the order of its fields, since validation finds it in
 * any order.
 */
@Component
class FormOrder {

	/**
	 * @param form a record whose components are in the order of the fields on the page
	 */
	public List<DetailedError> sort(List<DetailedError> errors, Record form) {
		List<String> fields = fields(form.getClass(), "").toList();
		return errors.stream()
			.sorted(Comparator.comparingInt((error) -> error.isGlobal() ? -1 : fields.indexOf(error.getFieldName())))
			.toList();
	}

	private static Stream<String> fields(Class<?> type, String prefix) {
		return Stream.of(type.getRecordComponents()).flatMap((component) -> fields(component, prefix));
	}

	private static Stream<String> fields(RecordComponent component, String prefix) {
		String path = prefix + component.getName();
		return component.getType().isRecord() ? fields(component.getType(), path + ".") : Stream.of(path);
	}

}
