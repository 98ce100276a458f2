package io.pangea.storefront;

import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductSearch;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class HomePage {

	private final ProductCatalog catalog;

	HomePage(ProductCatalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/")
	String show(Model model) {
		var newest = new ProductSearch(null, null, null, null, null, ProductSearch.Sort.NEWEST, null, null, 8);
		model.addAttribute("products", this.catalog.search(newest).items());
		return "storefront/home";
	}

}
