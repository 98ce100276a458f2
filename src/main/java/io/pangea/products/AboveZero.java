package io.pangea.products;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that is more than nothing. */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AboveZero.Validator.class)
@interface AboveZero {

	String message() default "must be above zero";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Lets absent money pass: that is for {@code @NotNull} to say. */
	class Validator implements ConstraintValidator<AboveZero, Money> {

		@Override
		public boolean isValid(@Nullable Money value, ConstraintValidatorContext context) {
			return value == null || value.isPositive();
		}

	}

}
