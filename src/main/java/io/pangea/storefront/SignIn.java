package io.pangea.storefront;

import java.util.concurrent.RejectedExecutionException;

import io.pangea.accounts.Credentials;
import io.pangea.accounts.SignInFailed;
import io.pangea.accounts.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignIn {

	private final Doorway doorway;

	private final SessionCookie cookie;

	private final Formats formats;

	private final Extras extras;

	SignIn(Doorway doorway, SessionCookie cookie, Formats formats, Extras extras) {
		this.doorway = doorway;
		this.cookie = cookie;
		this.formats = formats;
		this.extras = extras;
	}

	@GetMapping("/sign-in")
	String ask(@RequestParam(required = false) @Nullable String next,
			@RequestParam(required = false) @Nullable String registered, Model model) {
		model.addAttribute("form", new Credentials("", ""));
		model.addAttribute("registered", registered != null);
		return show(next, model);
	}

	@PostMapping("/sign-in")
	String signIn(@Valid @ModelAttribute("form") Credentials form, BindingResult errors,
			@RequestParam(required = false) @Nullable String next, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		if (!errors.hasErrors()) {
			try {
				this.doorway.signIn(form, request, response);
				return LocalPath.of((next == null || next.isBlank()) ? "/account" : next).redirect();
			}
			catch (SignInFailed ex) {
				errors.reject("sign-in.failed");
			}
			catch (TooManyAttempts ex) {
				errors.reject("sign-in.too-often", new Object[] { this.formats.time(ex.retryAt()) }, null);
			}
			catch (RejectedExecutionException ex) {
				errors.reject("sign-in.unavailable");
				this.extras.enough();
				response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
				return show(next, model);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(next, model);
	}

	@PostMapping("/sign-out")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		this.cookie.expire(request, response);
		return "redirect:/";
	}

	private static String show(@Nullable String next, Model model) {
		model.addAttribute("next", (next != null) ? LocalPath.of(next).value() : null);
		return "storefront/sign-in";
	}

}
