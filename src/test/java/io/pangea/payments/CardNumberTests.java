package io.pangea.payments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111",
			"4111\u00a01111\u20131111 1111", " 378282246310005\t", "6304000000000000", "4000000000000000006",
			"٤١١١١١١١١١١١١١١١" })
	void refusesWhatLooksLikeACardNumber(String token) {
		assertThatExceptionOfType(CardNumberRefused.class).isThrownBy(() -> CardNumberRefused.ifCardNumber(token))
			.withMessageNotContaining("4111");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_success", "", "4111111111111112", "42", "00000000000", "41111111111111110000",
			"tok_4111111111111111" })
	void letsTokensPass(String token) {
		assertThatCode(() -> CardNumberRefused.ifCardNumber(token)).doesNotThrowAnyException();
	}

}
