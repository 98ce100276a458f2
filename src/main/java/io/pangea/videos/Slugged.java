package io.pangea.videos;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Part of an address: lower case ASCII letters and digits, joined by hyphens. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[a-z0-9]{1,60}(-[a-z0-9]{1,60}){0,20}")
@interface Slugged {

	String message() default "must be lower case letters and digits, joined by hyphens";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
