package io.pangea.storefront;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.products.Category;
import io.pangea.products.ProductCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The category tree as pages walk it. Every page shows it and it hardly ever changes, so
 * it is asked for twice a minute at most, and those known before do while nobody answers.
 */
@Component
class Departments {

	private static final String PRODUCTS = "products";

	private static final Duration FRESH = Duration.ofSeconds(30);

	/** How long nobody asks again who got no answer. */
	private static final Duration RESPITE = Duration.ofSeconds(2);

	private final ProductCatalog catalog;

	private final Texts texts;

	private final Extras extras;

	private final Map<String, Boolean> pictured = new ConcurrentHashMap<>();

	private volatile Tree tree = new Tree(List.of(), Instant.MIN);

	Departments(ProductCatalog catalog, Texts texts, Extras extras) {
		this.catalog = catalog;
		this.texts = texts;
		this.extras = extras;
	}

	public List<Category> top() {
		return below(null);
	}

	public List<Category> below(@Nullable String parent) {
		return all().stream().filter((category) -> Objects.equals(category.parent(), parent)).toList();
	}

	public Optional<Category> find(@Nullable String slug) {
		return all().stream().filter((category) -> category.slug().equals(slug)).findFirst();
	}

	/**
	 * @throws PageNotFound when there is no such category
	 * @throws RejectedExecutionException when nobody can tell
	 */
	Category get(String slug) {
		Optional<Category> found = find(slug);
		if (found.isEmpty() && this.tree.categories().isEmpty()) {
			throw new RejectedExecutionException("The categories are not to be had");
		}
		return found.orElseThrow(() -> new PageNotFound("category " + slug));
	}

	/** The way from the top down to a category, which is the last. */
	public List<Category> pathTo(String slug) {
		Deque<Category> path = new ArrayDeque<>();
		Optional<Category> here = find(slug);
		while (here.isPresent() && !path.contains(here.get())) {
			path.addFirst(here.get());
			here = find(here.get().parent());
		}
		return List.copyOf(path);
	}

	public String name(String slug) {
		return find(slug).map(this.texts::name).orElse(slug);
	}

	/** URL of a category's picture: its own, or else one that suits any. */
	public String picture(Category category) {
		String own = "/media/demo/category-%s.svg".formatted(category.slug());
		boolean there = this.pictured.computeIfAbsent(own,
				(it) -> new ClassPathResource("static" + it, getClass().getClassLoader()).exists());
		return there ? own : "/storefront/category.svg";
	}

	/** Empty while none are known: a page without its menu is better than none. */
	private List<Category> all() {
		Tree known = this.tree;
		if (known.until().isAfter(Instant.now())) {
			if (known.categories().isEmpty()) {
				this.extras.lack(PRODUCTS);
			}
			return known.categories();
		}
		Tree seen = this.extras.ask(PRODUCTS, this.catalog::categories)
			.filter((categories) -> !categories.isEmpty())
			.map((categories) -> new Tree(categories, Instant.now().plus(FRESH)))
			.orElseGet(() -> new Tree(known.categories(), Instant.now().plus(RESPITE)));
		this.tree = seen;
		return seen.categories();
	}

	private record Tree(List<Category> categories, Instant until) {

	}

}
