package io.pangea.storefront;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductSearch;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class HomePage {

	private static final int SHOWN = 8;

	private final ProductCatalog catalog;

	private final FilmShelf films;

	private final RecommendationShelf recommendations;

	private final Extras extras;

	HomePage(ProductCatalog catalog, FilmShelf films, RecommendationShelf recommendations, Extras extras) {
		this.catalog = catalog;
		this.films = films;
		this.recommendations = recommendations;
		this.extras = extras;
	}

	@GetMapping("/")
	String show(Model model) {
		var newest = new ProductSearch(null, null, null, null, null, ProductSearch.Sort.NEWEST, null, null, 60);
		this.extras.ask("products", () -> this.catalog.search(newest))
			.ifPresent((found) -> model.addAttribute("products", mixed(found.items())));
		model.addAttribute("begun", this.films.begun());
		model.addAttribute("films", this.films.newest());
		model.addAttribute("rows", this.recommendations.home());
		return "storefront/home";
	}

	/** The newest of every shelf before the second newest of any. */
	private static List<Product> mixed(List<Product> newest) {
		Map<String, Integer> seen = new HashMap<>();
		Map<Product, Integer> rank = newest.stream()
			.collect(Collectors.toMap(Function.identity(),
					(product) -> seen.merge(product.description().category(), 1, Integer::sum), (a, b) -> a,
					LinkedHashMap::new));
		return rank.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.limit(SHOWN)
			.map(Map.Entry::getKey)
			.toList();
	}

}
