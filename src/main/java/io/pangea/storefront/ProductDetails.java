package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Category;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductSearch;
import io.pangea.recommendations.Item;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one product, and a few that stand beside it. */
@Controller
class ProductDetails {

	private static final int NEIGHBOURS = 4;

	private final ProductCatalog catalog;

	private final FilmShelf films;

	private final Departments departments;

	private final RecommendationShelf recommendations;

	private final LookedAt lookedAt;

	private final Extras extras;

	ProductDetails(ProductCatalog catalog, FilmShelf films, Departments departments,
			RecommendationShelf recommendations, LookedAt lookedAt, Extras extras) {
		this.catalog = catalog;
		this.films = films;
		this.departments = departments;
		this.recommendations = recommendations;
		this.lookedAt = lookedAt;
		this.extras = extras;
	}

	@GetMapping("/products/{slug}")
	String show(@PathVariable String slug, Model model) {
		Product product = this.catalog.findBySlug(slug);
		model.addAttribute("product", product);
		List<Category> crumbs = this.departments.pathTo(product.description().category());
		model.addAttribute("crumbs", crumbs);
		model.addAttribute("neighbours", crumbs.isEmpty() ? List.of() : neighboursOf(product, crumbs.getFirst()));
		model.addAttribute("film", this.films.soldBy(product).orElse(null));
		model.addAttribute("rows", this.recommendations.beside(product));
		this.lookedAt.note(Item.of(product.id()));
		return "storefront/product";
	}

	private List<Product> neighboursOf(Product product, Category department) {
		var shelf = new ProductSearch(null, department.slug(), null, null, null, null, null, null, NEIGHBOURS + 1);
		return this.extras.ask("products", () -> this.catalog.search(shelf))
			.stream()
			.flatMap((found) -> found.items().stream())
			.filter((it) -> !it.id().equals(product.id()))
			.limit(NEIGHBOURS)
			.toList();
	}

}
