package io.pangea.backoffice;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Checks what a form says by the rules of the contract it is for, so that no form repeats
 * them.
 */
@Component
class ContractRules {

	private final Validator validator;

	ContractRules(Validator validator) {
		this.validator = validator;
	}

	/**
	 * Puts what is wrong beside the form's fields, which are named like those of the
	 * contract's record; one error per field, the first found stays.
	 */
	void check(Object value, Errors errors) {
		for (ConstraintViolation<Object> violation : this.validator.validate(value)) {
			String field = field(violation.getPropertyPath());
			if (!errors.hasFieldErrors(field)) {
				var constraint = violation.getConstraintDescriptor();
				errors.rejectValue(field, "backoffice." + constraint.getAnnotation().annotationType().getSimpleName(),
						new Object[] { String.valueOf(constraint.getAttributes().get("max")) }, violation.getMessage());
			}
		}
	}

	private static String field(Path path) {
		return StreamSupport.stream(path.spliterator(), false)
			.filter((node) -> node.getKind() == ElementKind.PROPERTY)
			.map(Path.Node::getName)
			.collect(Collectors.joining("."));
	}

}
