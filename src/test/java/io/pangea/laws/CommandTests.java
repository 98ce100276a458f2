package io.pangea.laws;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.pangea.laws.broken.Impatient;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 8, commands are idempotent: GET asks, PUT and DELETE say the same when said twice,
 * POST takes an idempotency key. That they keep the promise is shown by the loopback
 * mode, which makes every call twice.
 */
class CommandTests {

	@Test
	void everyCommandCanBeRepeated() {
		assertThat(TheHouse.contractMethods()).isNotEmpty().allMatch(CommandTests::canBeRepeated);
	}

	@Test
	void bites() {
		assertThat(Impatient.class.getDeclaredMethods()).noneMatch(CommandTests::canBeRepeated);
	}

	private static boolean canBeRepeated(Method method) {
		HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
		if (exchange == null) {
			return false;
		}
		return switch (HttpMethod.valueOf(exchange.method()).name()) {
			case "GET", "PUT", "DELETE" -> true;
			default -> Stream.of(method.getParameters()).anyMatch((parameter) -> {
				RequestHeader header = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestHeader.class);
				return header != null && header.name().equals("Idempotency-Key");
			});
		};
	}

}
