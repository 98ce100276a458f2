package io.pangea.storefront;

import java.util.Optional;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Address;
import io.pangea.accounts.AddressId;
import io.pangea.accounts.PostalAddress;
import io.pangea.accounts.TooManyAddresses;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses a customer keeps. */
@Controller
@RequestMapping("/account/addresses")
@PreAuthorize("hasRole('CUSTOMER')")
class AddressPages {

	private final Accounts accounts;

	AddressPages(Accounts accounts) {
		this.accounts = accounts;
	}

	@InitBinder("form")
	void trim(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("addresses", this.accounts.addresses());
		// Chosen here, so that sending the form twice saves one address.
		model.addAttribute("fresh", AddressId.next());
		return "storefront/account-addresses";
	}

	/** An id that is not known yet is that of a new address. */
	@GetMapping("/{id}")
	String edit(@PathVariable AddressId id, Model model) {
		Optional<Address> known = known(id);
		model.addAttribute("form", known.map(Address::address).orElseGet(AddressForm::blank));
		model.addAttribute("preferred", known.map(Address::preferred).orElse(false));
		return show(id, known.isPresent(), model);
	}

	@PostMapping("/{id}")
	String save(@PathVariable AddressId id, @Valid @ModelAttribute("form") PostalAddress form, BindingResult errors,
			@RequestParam(defaultValue = "false") boolean preferred, Model model, HttpServletResponse response) {
		if (!errors.hasErrors()) {
			try {
				this.accounts.saveAddress(id, form, preferred);
				return "redirect:/account/addresses";
			}
			catch (TooManyAddresses ex) {
				errors.reject("account.addresses.too-many", new Object[] { ex.limit() }, null);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("preferred", preferred);
		return show(id, known(id).isPresent(), model);
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable AddressId id) {
		this.accounts.removeAddress(id);
		return "redirect:/account/addresses";
	}

	private static String show(AddressId id, boolean known, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("known", known);
		return "storefront/account-address";
	}

	private Optional<Address> known(AddressId id) {
		return this.accounts.addresses().stream().filter((it) -> it.id().equals(id)).findFirst();
	}

}
