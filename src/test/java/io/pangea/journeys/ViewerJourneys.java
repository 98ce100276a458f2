package io.pangea.journeys;

import java.time.Duration;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.pangea.accounts.Credentials;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.pangea.journeys.Windows.that;
import static org.assertj.core.api.Assertions.assertThat;

/** What viewers do in a browser. */
interface ViewerJourneys extends Windows {

	@Test
	default void filmPlaysInTheBrowserAndGoesOnElsewhere() {
		String slug = programme().testCard().slug();
		Credentials account;
		try (Visit viewer = visit(DESKTOP)) {
			viewer.open("/sign-up?next=/films/" + slug);
			account = Windows.signUp(viewer);
			that(viewer.page().locator("[data-way=WATCH]")).isVisible();
			viewer.look("film");
			viewer.open("/films");
			viewer.look("films");
			viewer.open("/watch/" + slug);
			play(viewer, 2);
			viewer.look("watch");
			String height = viewer.page().locator("#player").getAttribute("data-height");
			String other = (String) viewer.page()
				.evaluate("now => [...quality.options].find((it) => it.value !== '-1' && it.text !== now + 'p').value",
						height);
			viewer.page().locator("#quality").selectOption(other);
			viewer.page().waitForFunction("before => player.dataset.height !== before", height);
			play(viewer, 6);
			viewer.page()
				.waitForResponse((it) -> it.url().contains("/beats/"), () -> viewer.page().evaluate("film.pause()"));
			viewer.open("/account/viewing");
			viewer.look("viewing");
			viewer.open("/");
			that(viewer.page().locator("#home-begun")).isVisible();
			viewer.look("home-begun");
			viewer.open("/library");
			viewer.look("library");
		}
		try (Visit elsewhere = visit(PHONE)) {
			elsewhere.open("/sign-in?next=/films/" + slug);
			Windows.signIn(elsewhere, account);
			that(elsewhere.page().locator("[data-way=RESUME]")).isVisible();
			elsewhere.look("film-resume");
			elsewhere.follow("film.resume");
			elsewhere.page().waitForFunction("() => film.currentTime >= 5");
		}
	}

	@Test
	default void viewerChoosesWhatIsHeardAndRead() {
		try (Visit viewer = visit(DESKTOP)) {
			viewer.open("/watch/" + programme().testCard().slug());
			play(viewer, 1);
			Page page = viewer.page();
			that(page.locator("#sound option")).hasText(new String[] { "English", "Português" });
			that(page.locator("#captions option")).hasText(new String[] { "Off", "English", "Português (Brasil)" });
			that(page.locator("#sound")).hasValue("0");
			page.locator("#sound").selectOption("1");
			page.waitForFunction("() => player.hls.audioTrack === 1");
			page.locator("#captions").selectOption("1");
			page.waitForFunction("() => [...film.textTracks].some((it) => it.mode === 'showing' "
					+ "&& it.language === 'pt-BR' && it.cues?.length > 0)");
			double before = time(page);
			play(viewer, (int) before + 2);
			viewer.open("/watch/" + programme().testCard().slug());
			play(viewer, 1);
			page.waitForFunction(
					"() => [...film.textTracks].some((it) => it.mode === 'showing' && it.language === 'pt-BR')");
			that(page.locator("#captions")).hasValue("1");
			page.locator("#captions").selectOption("-1");
			page.waitForFunction("() => [...film.textTracks].every((it) => it.mode !== 'showing')");
		}
	}

	@Test
	default void viewerUsesTheKeyboard() {
		try (Visit viewer = visit(DESKTOP)) {
			viewer.open("/watch/" + programme().testCard().slug());
			play(viewer, 1);
			for (String focused : new String[] { "document.activeElement.blur()", "film.focus()", "seek.focus()" }) {
				usesTheKeyboard(viewer.page(), focused);
			}
			// Selects, buttons and links have keys of their own.
			viewer.page().locator("#speed").focus();
			viewer.page().keyboard().press("m");
			assertThat(viewer.page().evaluate("film.muted")).isEqualTo(false);
		}
	}

	private static void usesTheKeyboard(Page page, String focused) {
		page.evaluate("film.currentTime = 3; film.play()");
		page.waitForFunction("() => !film.paused && !film.seeking");
		page.evaluate(focused);
		page.keyboard().press("Space");
		page.waitForFunction("() => film.paused");
		double before = time(page);
		page.keyboard().press("ArrowRight");
		page.waitForFunction("before => film.currentTime > before + 1 && !film.seeking", before);
		page.keyboard().press("ArrowLeft");
		page.waitForFunction("before => film.currentTime < before + 1 && !film.seeking", before);
		page.keyboard().press("l");
		page.waitForFunction("before => film.currentTime > before + 9", before);
		page.keyboard().press("j");
		page.waitForFunction("before => film.currentTime < before + 1", before);
		page.keyboard().press("m");
		page.waitForFunction("() => film.muted");
		page.keyboard().press("m");
		page.keyboard().press("c");
		page.waitForFunction("() => captions.selectedOptions[0].lang === 'en'");
		page.keyboard().press("c");
		page.waitForFunction("() => captions.value === '-1'");
		page.keyboard().press("f");
		page.waitForFunction("() => document.fullscreenElement === film");
		page.keyboard().press("f");
		page.waitForFunction("() => !document.fullscreenElement");
		page.evaluate(focused);
		page.keyboard().press("k");
		page.waitForFunction("() => !film.paused");
	}

	@Test
	default void viewerSeesWhereASeekWouldLead() {
		try (Visit viewer = visit(DESKTOP)) {
			viewer.open("/watch/" + programme().testCard().slug());
			play(viewer, 1);
			Page page = viewer.page();
			page.evaluate("film.pause()");
			var bar = page.locator("#seek").boundingBox();
			Response sprite = page.waitForResponse((it) -> it.url().endsWith("/sprite.jpg"),
					() -> page.mouse().move(bar.x + bar.width * 0.51, bar.y + bar.height / 2));
			assertThat(sprite.headers()).containsEntry("content-type", "image/jpeg");
			// One picture a second, ten in a row.
			page.waitForFunction("() => preview.firstElementChild.style.backgroundPosition === '0px -90px'");
			assertThat(page.locator("#preview").innerText().strip()).isEqualTo("0:10");
			page.mouse().move(bar.x + bar.width / 2, bar.y + bar.height / 2);
			page.mouse().down();
			page.mouse().move(bar.x + bar.width * 3 / 4, bar.y + bar.height / 2);
			that(page.locator("#preview")).containsText("0:15");
			assertThat(time(page)).as("while dragged").isLessThan(5);
			page.mouse().up();
			page.waitForFunction("() => film.currentTime > 14 && film.currentTime < 16");
			assertThat(page.locator("#seek").getAttribute("aria-valuetext")).isEqualTo("0:15 of 0:20");
			page.mouse().move(0, 0);
			page.evaluate("document.activeElement.blur()");
			that(page.locator("#preview")).isHidden();
		}
	}

	@Test
	default void ticketIsRenewedWhileTheFilmPlays() {
		try (Visit viewer = visit(DESKTOP)) {
			Page page = viewer.page();
			loadsLittleAhead(page);
			page.route((url) -> url.endsWith("/sessions"), ViewerJourneys::renewSoon);
			Response renewal = page.waitForResponse((it) -> it.url().endsWith("/ticket"), () -> {
				viewer.open("/watch/" + programme().testCard().slug());
				play(viewer, 1);
			});
			String fresh = renewal.text().split("/media/", 2)[1].split("/", 2)[0];
			// The old one is as good as expired from now on.
			page.route((url) -> url.contains("/api/videos/media/") && !url.contains(fresh),
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
			page.waitForResponse((it) -> it.url().contains(fresh) && it.url().endsWith(".m4s"), () -> {
			});
			play(viewer, 9);
			that(page.locator("#player-problem")).isHidden();
		}
	}

	/** Answers that the ticket is to be renewed in a second. */
	private static void renewSoon(Route route) {
		APIResponse seat = route.fetch();
		route.fulfill(new Route.FulfillOptions().setResponse(seat)
			.setBody(seat.text().replaceFirst("\"renewIn\":\\d+", "\"renewIn\":1000")));
	}

	/** A film this short would be loaded at once. */
	private static void loadsLittleAhead(Page page) {
		page.addInitScript("""
				Object.defineProperty(window, 'Hls', {
					get: () => window.loaded,
					set: (it) => {
						Object.assign(it.DefaultConfig, { maxBufferLength: 1, maxMaxBufferLength: 1 });
						window.loaded = it;
					}
				});""");
	}

	@Test
	default void filmGoesOnWhenTheNetworkIsBack() {
		try (Visit viewer = visit(DESKTOP)) {
			Page page = viewer.page();
			loadsLittleAhead(page);
			viewer.open("/watch/" + programme().testCard().slug());
			play(viewer, 1);
			page.locator("#speed").selectOption("2");
			page.context().setOffline(true);
			that(page.locator("#player-problem"))
				.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
			that(page.locator("#player-problem-text")).hasText(viewer.text("player.problem.lost"));
			double reached = time(page);
			assertThat(reached).as("what was loaded is played first").isGreaterThan(1);
			viewer.look("watch-lost");
			page.context().setOffline(false);
			that(page.locator("#player-problem")).isHidden();
			page.waitForFunction("reached => film.currentTime > reached + 1", reached,
					new Page.WaitForFunctionOptions().setTimeout(30_000));
		}
	}

	@Test
	default void episodeIsFollowedByTheNext() {
		try (Visit viewer = visit(DESKTOP)) {
			viewer.open("/watch/" + programme().episodes().getFirst().slug());
			finish(viewer);
			that(viewer.page().locator("#player-end")).isVisible();
			assertThat(viewer.page().evaluate("document.activeElement.id")).isEqualTo("player-next");
			viewer.look("watch-next");
			viewer.press("player.replay");
			that(viewer.page().locator("#player-end")).isHidden();
			finish(viewer);
			viewer.follow("player.next.watch");
			viewer.page().waitForURL((url) -> url.endsWith("/watch/" + programme().episodes().getLast().slug()));
			finish(viewer);
			that(viewer.page().locator("#player-next")).hasCount(0);
			viewer.look("watch-end");
		}
	}

	private static void finish(Visit viewer) {
		viewer.page()
			.waitForFunction("() => { if (film.paused && !film.ended && film.readyState > 2) film.play(); "
					+ "return film.ended; }");
		that(viewer.page().locator("#player-end")).isVisible();
	}

	@Test
	default void viewerIsToldOfTheDevicesThatPlayAndMayStopOne() {
		String film = programme().testCard().id();
		try (Shop shop = new Shop(baseUrl()); Visit viewer = visit(PHONE)) {
			viewer.open("/sign-up?next=/films/" + programme().testCard().slug());
			Credentials account = Windows.signUp(viewer);
			that(viewer.page().locator("[data-way=WATCH]")).isVisible();
			Buyer elsewhere = Buyer.signedIn(shop, account.email(), account.password());
			String television = elsewhere.opens(film, "Television");
			elsewhere.opens(film, "Tablet");
			viewer.expect(409);
			viewer.open("/watch/" + programme().testCard().slug());
			that(viewer.page().locator("#player-problem-text")).containsText("Television, Tablet");
			viewer.look("watch-too-many");
			elsewhere.ends(television, 1);
			viewer.press("error.again");
			that(viewer.page().locator("#player-problem")).isHidden();
			play(viewer, 1);
		}
	}

	@Test
	default void guestSubscribesAndWatches() {
		String film = "/films/" + programme().members().slug();
		try (Visit viewer = visit(PHONE)) {
			viewer.open("/watch/" + programme().members().slug());
			viewer.page().waitForURL((url) -> url.endsWith(film));
			that(viewer.page().locator("[data-way=SUBSCRIBE]")).isVisible();
			viewer.look("film-subscribe");
			viewer.page().locator(".way-in button").first().click();
			viewer.look("cart-plan");
			viewer.follow("cart.checkout");
			that(viewer.page().locator("#cart [role=alert]")).isVisible();
			viewer.look("cart-account-needed");
			viewer.follow("sign-in.sign-up");
			Windows.signUp(viewer);
			BrowserJourneys.checkOut(viewer, null);
			BrowserJourneys.pay(viewer, "tok_success");
			viewer.look("order-confirmed-plan");
			Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(10)).until(() -> {
				viewer.open(film);
				return viewer.page().locator("[data-way=WATCH]").isVisible();
			});
			viewer.follow("film.watch");
			play(viewer, 1);
			viewer.open("/library");
			that(viewer.page().getByText(viewer.text("library.subscription"))).isVisible();
			viewer.look("library-subscribed");
		}
	}

	private static void play(Visit viewer, int until) {
		viewer.page()
			.waitForFunction(
					"(until) => { if (film.paused && film.readyState > 2) film.play(); "
							+ "return film.currentTime >= until; }",
					until, new Page.WaitForFunctionOptions().setTimeout(30_000));
	}

	private static double time(Page page) {
		return ((Number) page.evaluate("film.currentTime")).doubleValue();
	}

}
