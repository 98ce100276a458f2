package io.pangea.platform.remote;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What sort of call it is: whether it only asks, whether it may be repeated when nobody
 * knows what became of it (RFC 9110, section 9.2.2; a {@code POST} may when it carries an
 * idempotency key), and whether it uploads.
 */
record RemoteOperation(boolean query, boolean repeatable, boolean upload) {

	private static final String KEY = "Idempotency-Key";

	private static final Map<Method, Shape> SHAPES = new ConcurrentHashMap<>();

	/**
	 * @param keyIndex where the idempotency key stands, or -1
	 */
	private record Shape(HttpMethod method, int keyIndex) {

		static Shape of(Method method) {
			HttpExchange exchange = Objects
				.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class));
			Parameter[] parameters = method.getParameters();
			int key = IntStream.range(0, parameters.length).filter((i) -> isKey(parameters[i])).findFirst().orElse(-1);
			return new Shape(HttpMethod.valueOf(exchange.method()), key);
		}

		private static boolean isKey(Parameter parameter) {
			RequestHeader header = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestHeader.class);
			return header != null && KEY.equals(header.name());
		}

	}

	static RemoteOperation of(Method method, @Nullable Object[] arguments) {
		Shape shape = SHAPES.computeIfAbsent(method, Shape::of);
		boolean keyed = shape.keyIndex() >= 0 && arguments[shape.keyIndex()] != null;
		return new RemoteOperation(shape.method().equals(HttpMethod.GET),
				!shape.method().equals(HttpMethod.POST) || keyed,
				Stream.of(arguments).anyMatch((it) -> it instanceof MultipartFile || it instanceof Resource));
	}

}
