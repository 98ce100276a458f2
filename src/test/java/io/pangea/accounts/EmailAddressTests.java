package io.pangea.accounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			ada@example.com,                ADA@Example.COM
			ada@example.com,                ' ada@example.com\t'
			ada@example.com,                ａｄａ@example.com
			ada@example.com,                ada＠ｅxample.com
			ada@example.com,                a\u200Bda\u00AD@example.com
			ada@example.com,                ada@example。com
			istanbul@example.com,           İstanbul@example.com
			istanbul@example.com,           İSTANBUL@EXAMPLE.COM
			istanbul@example.com,           I\u0307stanbul@example.com
			strasse@example.com,            Straße@example.com
			strasse@example.com,            STRAẞE@example.com
			renée@example.com,              RENE\u0301E@example.com
			οδυσσεύς@example.com,           ΟΔΥΣΣΕΎΣ@example.com
			ﬁnn@example.com,                FINN@example.com
			ada@xn--bcher-kva.example,      Ada@Bücher.example
			ada@xn--bcher-kva.example,      ada@BU\u0308CHER.example
			ada@xn--bcher-kva.example,      ada@XN--BCHER-KVA.example
			""")
	void knowsVariantsOfOneAddress(String one, String other) {
		assertThat(EmailAddress.of(other).canonical()).isEqualTo(EmailAddress.of(one).canonical());
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ada@example.com,     adah@example.com
			ada@example.com,     ada@example.org
			ada@example.com,     a.da@example.com
			ada@example.com,     ada+shop@example.com
			ada@example.com,     аda@example.com
			""")
	void tellsDifferentAddressesApart(String one, String other) {
		assertThat(EmailAddress.of(other).canonical()).isNotEqualTo(EmailAddress.of(one).canonical());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "a@", "@b", "a@b@c", "a@..", "a@\uD800", "\0", "a@-\u0301.x",
			"a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com" })
	void takesWhateverSomeoneTypes(String typed) {
		assertThat(EmailAddress.of(typed).canonical()).doesNotContain("\0");
	}

	@Test
	void keepsWhatWasTyped() {
		assertThat(EmailAddress.of(" Straße@Bücher.example ").typed()).isEqualTo("Straße@Bücher.example");
	}

	@Test
	void staysTheSameWhenMadeCanonicalAgain() {
		String once = EmailAddress.of("İSTRAẞEﬁ@Bücher.example").canonical();
		assertThat(EmailAddress.of(once).canonical()).isEqualTo(once);
	}

}
