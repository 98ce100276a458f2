package io.pangea.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** The code of a country, ISO 3166-1 alpha-2. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryCode.Validator.class)
@interface CountryCode {

	String message() default "must be the code of a country (ISO 3166-1 alpha-2)";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Knows all countries Java knows. */
	class Validator implements ConstraintValidator<CountryCode, String> {

		private static final Set<String> CODES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

		@Override
		public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
			return code == null || CODES.contains(code);
		}

	}

}
