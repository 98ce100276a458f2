package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Category;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductPage;
import io.pangea.products.ProductSearch;
import org.joda.money.CurrencyUnit;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Looking for goods, by words and by category, with filters. */
@Controller
class BrowsePages {

	private final ProductCatalog catalog;

	private final Departments departments;

	private final CategoryFacets facets;

	private final CurrencyUnit currency;

	BrowsePages(ProductCatalog catalog, Departments departments, CategoryFacets facets, StorefrontSettings settings) {
		this.catalog = catalog;
		this.departments = departments;
		this.facets = facets;
		this.currency = CurrencyUnit.of(settings.currency());
	}

	@GetMapping("/search")
	String search(@ModelAttribute("filter") ProductFilter filter, Model model) {
		model.addAttribute("path", "/search");
		return show(filter, model);
	}

	@GetMapping("/categories/{category}")
	String category(@PathVariable String category, @ModelAttribute("filter") ProductFilter filter, Model model) {
		Category here = this.departments.get(category);
		model.addAttribute("here", here);
		model.addAttribute("crumbs", this.departments.pathTo(category));
		model.addAttribute("path", "/categories/" + here.slug());
		return show(filter.in(category), model);
	}

	private String show(ProductFilter filter, Model model) {
		model.addAttribute("filter", filter);
		ProductPage page = this.catalog.search(filter.toSearch(this.currency));
		model.addAttribute("page", page);
		model.addAttribute("facets", this.facets.of(page.categories(), filter.category()));
		model.addAttribute("currency", this.currency);
		model.addAttribute("sorts", List.of(ProductSearch.Sort.values()));
		return "storefront/browse";
	}

}
