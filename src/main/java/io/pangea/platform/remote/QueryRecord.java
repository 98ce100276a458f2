package io.pangea.platform.remote;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** A record without an annotation is query parameters, as Spring MVC reads it. */
class QueryRecord implements HttpServiceArgumentResolver {

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
		if (!(argument instanceof Record query) || isNamed(parameter)) {
			return false;
		}
		for (RecordComponent component : query.getClass().getRecordComponents()) {
			Object value = ReflectionUtils.invokeMethod(component.getAccessor(), query);
			if (value instanceof Collection<?> values) {
				values.forEach((it) -> request.addRequestParameter(component.getName(), String.valueOf(it)));
			}
			else if (value != null) {
				request.addRequestParameter(component.getName(), value.toString());
			}
		}
		return true;
	}

	/** Path variables, parameters and the body say what they are. */
	private static boolean isNamed(MethodParameter parameter) {
		return Stream.of(parameter.getParameterAnnotations())
			.anyMatch((it) -> it.annotationType().getPackageName().equals(RequestBody.class.getPackageName()));
	}

}
