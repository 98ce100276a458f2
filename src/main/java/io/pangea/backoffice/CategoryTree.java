package io.pangea.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.pangea.products.Category;
import io.pangea.products.ProductCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The categories a product can stand in, each below its parent, to choose from. */
@Component
class CategoryTree {

	private final ProductCatalog catalog;

	private final StaffPage page;

	CategoryTree(ProductCatalog catalog, StaffPage page) {
		this.catalog = catalog;
		this.page = page;
	}

	/** A category and the names on the way to it. */
	record Choice(String slug, String path) {

	}

	List<Choice> choices() {
		List<Choice> choices = new ArrayList<>();
		collect(null, "", this.catalog.categories(), choices);
		return choices;
	}

	private void collect(@Nullable String parent, String path, List<Category> all, List<Choice> into) {
		for (Category category : all) {
			if (Objects.equals(category.parent(), parent)) {
				String here = path + name(category);
				into.add(new Choice(category.slug(), here));
				collect(category.slug(), here + " › ", all, into);
			}
		}
	}

	private String name(Category category) {
		return category.names().getOrDefault(this.page.language(), category.name());
	}

}
