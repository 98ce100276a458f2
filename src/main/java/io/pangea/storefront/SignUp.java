package io.pangea.storefront;

import java.util.concurrent.RejectedExecutionException;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Registration;
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

/** Opening an account, which signs in at once. */
@Controller
class SignUp {

	private final Accounts accounts;

	private final Doorway doorway;

	private final Extras extras;

	SignUp(Accounts accounts, Doorway doorway, Extras extras) {
		this.accounts = accounts;
		this.doorway = doorway;
		this.extras = extras;
	}

	@GetMapping("/sign-up")
	String ask(@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("form", new Registration("", "", ""));
		return show(next, model);
	}

	@PostMapping("/sign-up")
	String signUp(@Valid @ModelAttribute("form") Registration form, BindingResult errors,
			@RequestParam(required = false) @Nullable String next, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(next, model);
		}
		try {
			this.accounts.register(form);
			this.doorway.signIn(new Credentials(form.email(), form.password()), request, response);
			return LocalPath.of((next == null || next.isBlank()) ? "/account" : next).redirect();
		}
		catch (SignInFailed | TooManyAttempts ex) {
			// Somebody has this address, and another password; no more is said.
			return "redirect:/sign-in?registered";
		}
		catch (RejectedExecutionException ex) {
			errors.reject("sign-up.unavailable");
			this.extras.enough();
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			return show(next, model);
		}
	}

	private static String show(@Nullable String next, Model model) {
		model.addAttribute("next", (next != null) ? LocalPath.of(next).value() : null);
		return "storefront/sign-up";
	}

}
