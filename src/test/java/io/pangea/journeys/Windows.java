package io.pangea.journeys;

import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.pangea.accounts.Credentials;

/** The browser that journeys are made in, and the store they lead to. */
interface Windows {

	int PHONE = 390;

	int DESKTOP = 1280;

	Browser browser();

	/** Where the store under test is. */
	String baseUrl();

	/** What somebody who works there signs in with. */
	Credentials staff();

	/** The films that are on there. */
	Programme programme();

	default Visit visit(int width) {
		return new Visit(browser(), baseUrl(), Locale.ENGLISH, width, true);
	}

	static LocatorAssertions that(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	/** Signs up, with whatever page is then gone back to. */
	static Credentials signUp(Visit visit) {
		var credentials = new Credentials("viewer-%s@pangea.example".formatted(UUID.randomUUID()),
				UUID.randomUUID().toString());
		visit.fill("field.name", "Ana Souza");
		visit.fill("field.email", credentials.email());
		visit.fill("field.password", credentials.password());
		visit.press("sign-up.button");
		return credentials;
	}

	static void signIn(Visit visit, Credentials credentials) {
		visit.fill("field.email", credentials.email());
		visit.fill("field.password", credentials.password());
		visit.press("sign-in.button");
	}

}
