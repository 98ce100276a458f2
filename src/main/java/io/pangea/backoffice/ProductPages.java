package io.pangea.backoffice;

import java.util.Optional;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductChanged;
import io.pangea.products.ProductId;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Describes a product: a new one, or one there is. */
@Controller
@RequestMapping("/backoffice/products")
@PreAuthorize("hasRole('STAFF')")
class ProductPages {

	private final ProductCatalog catalog;

	private final ProductEditor editor;

	private final CategoryTree categories;

	private final BackofficeSettings settings;

	ProductPages(ProductCatalog catalog, ProductEditor editor, CategoryTree categories, BackofficeSettings settings) {
		this.catalog = catalog;
		this.editor = editor;
		this.categories = categories;
		this.settings = settings;
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("form", ProductForm.blank(this.settings.currency()));
		return show(model);
	}

	@PostMapping
	String add(@ModelAttribute("form") ProductForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		Optional<Product> added = this.editor.add(form, errors);
		return added.map((it) -> "redirect:/backoffice/products/%s?done=added".formatted(it.id()))
			.orElseGet(() -> refuse(HttpStatus.UNPROCESSABLE_CONTENT, model, response));
	}

	@GetMapping("/{id}")
	String edit(@PathVariable ProductId id, Model model) {
		Product product = this.catalog.find(id);
		describe(product, model);
		model.addAttribute("form", ProductForm.of(product));
		return show(model);
	}

	@PostMapping("/{id}")
	String save(@PathVariable ProductId id, @ModelAttribute("form") ProductForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		try {
			if (this.editor.save(id, form, errors).isPresent()) {
				return "redirect:/backoffice/products/%s?done=saved".formatted(id);
			}
			describe(this.catalog.find(id), model);
			return refuse(HttpStatus.UNPROCESSABLE_CONTENT, model, response);
		}
		catch (ProductChanged ex) {
			return showChanged(this.catalog.find(id), form, model, response);
		}
	}

	/**
	 * Nothing typed is lost: the form stays, and saving it again is about what is stored
	 * now.
	 */
	private String showChanged(Product now, ProductForm form, Model model, HttpServletResponse response) {
		describe(now, model);
		model.addAttribute("differences", form.differencesFrom(ProductForm.of(now)));
		model.addAttribute("form", form.at(now.version()));
		return refuse(HttpStatus.PRECONDITION_FAILED, model, response);
	}

	private void describe(Product product, Model model) {
		model.addAttribute("product", product);
		if (product.available() != null) {
			model.addAttribute("level", this.catalog.stock(product.id()));
		}
	}

	private String refuse(HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return show(model);
	}

	private String show(Model model) {
		model.addAttribute("categories", this.categories.choices());
		return "backoffice/product";
	}

}
