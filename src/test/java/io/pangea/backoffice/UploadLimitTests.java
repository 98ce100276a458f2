package io.pangea.backoffice;

import java.util.Map;
import java.util.UUID;

import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
@TestPropertySource(
		properties = { "spring.servlet.multipart.max-file-size=2KB", "spring.servlet.multipart.max-request-size=4KB" })
class UploadLimitTests {

	private static final String IMPORTS = "/backoffice/imports";

	@Test
	void saysThatAFileIsTooLarge(@LocalServerPort int port, @Autowired People people) {
		Browser browser = Browser.signedIn(port, people.staff().token());
		Browser.Page form = browser.get(IMPORTS);
		for (int size : new int[] { 3000, 5_000_000 }) {
			Browser.Page refused = browser.upload(form, IMPORTS, Map.of("key", UUID.randomUUID().toString()),
					"x".repeat(size));
			assertThat(refused.status()).isEqualTo(413);
			assertThat(refused.words()).contains("This file is too large");
		}
	}

}
