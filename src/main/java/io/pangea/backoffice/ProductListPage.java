package io.pangea.backoffice;

import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductSearch;
import io.pangea.products.ProductStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds products, in whatever status. */
@Controller
@PreAuthorize("hasRole('STAFF')")
class ProductListPage {

	private final ProductCatalog catalog;

	private final BackofficeSettings settings;

	ProductListPage(ProductCatalog catalog, BackofficeSettings settings) {
		this.catalog = catalog;
		this.settings = settings;
	}

	@GetMapping("/backoffice/products")
	String list(@RequestParam(required = false) @Nullable String q,
			@RequestParam(defaultValue = "ACTIVE") ProductStatus status,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String words = StringUtils.hasText(q) ? q.strip() : null;
		var search = new ProductSearch(words, null, null, null, null, null, status, cursor, this.settings.pageSize());
		model.addAttribute("page", this.catalog.search(search));
		model.addAttribute("q", words);
		model.addAttribute("status", status);
		model.addAttribute("statuses", ProductStatus.values());
		model.addAttribute("cursor", cursor);
		return "backoffice/products";
	}

}
