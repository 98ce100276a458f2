package io.pangea.platform.json;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.annotation.Version;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A result with a component marked {@link Version} goes out with that number as its ETag.
 */
@RestControllerAdvice
class VersionAsEtag implements ResponseBodyAdvice<Object> {

	private final Map<Class<?>, Optional<Field>> versions = new ConcurrentHashMap<>();

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return versionOf(returnType.getParameterType()).isPresent();
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body != null) {
			versionOf(body.getClass()).ifPresent((field) -> response.getHeaders()
				.setETag("\"%s\"".formatted(ReflectionUtils.getField(field, body))));
		}
		return body;
	}

	private Optional<Field> versionOf(Class<?> type) {
		return this.versions.computeIfAbsent(type,
				(it) -> Stream.of(it.getDeclaredFields())
					.filter((field) -> field.isAnnotationPresent(Version.class))
					.peek(ReflectionUtils::makeAccessible)
					.findFirst());
	}

}
