package io.pangea.products;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Shows the assortment to everybody, and lets staff change it. */
@RestController
class Catalog implements ProductCatalog {

	private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

	private final Assortment assortment;

	private final Categories categories;

	private final Search search;

	private final StaffDesk staff;

	private final ImportWorker worker;

	private final Imports imports;

	private final SoldFilm film;

	Catalog(Assortment assortment, Categories categories, Search search, StaffDesk staff, ImportWorker worker,
			Imports imports, SoldFilm film) {
		this.assortment = assortment;
		this.categories = categories;
		this.search = search;
		this.staff = staff;
		this.worker = worker;
		this.imports = imports;
		this.film = film;
	}

	/** A brand may have a comma in its name. */
	@InitBinder("productSearch")
	void keepBrandsWhole(WebDataBinder binder) {
		binder.registerCustomEditor(Set.class, new CustomCollectionEditor(Set.class));
	}

	@Override
	public ProductPage search(ProductSearch search) {
		ProductStatus status = Objects.requireNonNullElse(search.status(), ProductStatus.ACTIVE);
		if (status != ProductStatus.ACTIVE && !Caller.seesDrafts()) {
			throw new AccessDeniedException("Only staff sees products that are not active.");
		}
		if (search.minPrice() != null && search.maxPrice() != null && search.minPrice() > search.maxPrice()) {
			throw new InvalidField("minPrice", "is above maxPrice");
		}
		return this.search.page(search, status);
	}

	@Override
	public Product find(ProductId id) {
		return shown(this.assortment.find(id), id);
	}

	@Override
	public Product findBySlug(String slug) {
		return shown(this.assortment.findBySlug(slug), slug);
	}

	private static Product shown(Optional<Product> product, Object id) {
		return product.filter(Catalog::isShown).orElseThrow(() -> new ProductNotFound(id.toString()));
	}

	private static boolean isShown(Product product) {
		return product.description().status() != ProductStatus.DRAFT || Caller.seesDrafts();
	}

	@Override
	public List<Product> lookup(Set<ProductId> ids) {
		return this.assortment.findAll(ids).stream().filter(Catalog::isShown).toList();
	}

	@Override
	public List<Product> selling(Set<String> filmIds) {
		return this.assortment.selling(filmIds);
	}

	@Override
	public List<Category> categories() {
		return this.categories.all();
	}

	@Override
	public Category saveCategory(String slug, Category category) {
		if (!category.slug().equals(slug)) {
			throw new InvalidField("slug", "is not the one in the address");
		}
		return this.categories.save(category);
	}

	@Override
	public Product add(ProductDescription description, @Nullable String idempotencyKey) {
		checkFilm(description);
		return this.staff.add(description, idempotencyKey);
	}

	@Override
	public Product update(ProductId id, ProductDescription description, String ifMatch) {
		checkFilm(description);
		Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
		if (!tag.matches()) {
			throw new InvalidField("If-Match", "is not a version number in double quotes");
		}
		return this.assortment.update(id, description, Long.parseLong(tag.group(1)));
	}

	private void checkFilm(ProductDescription description) {
		if (description.filmId() != null && description.kind() != ProductKind.DIGITAL) {
			throw new InvalidField("filmId", "is for digital items only");
		}
		this.film.check(description);
	}

	@Override
	public StockLevel stock(ProductId id) {
		return this.staff.stock(id);
	}

	@Override
	public Product setStock(ProductId id, int onHand) {
		return this.staff.setStock(id, onHand);
	}

	@Override
	public ProductImport importCsv(MultipartFile file, @Nullable String idempotencyKey) {
		if (file.isEmpty()) {
			throw new InvalidField("file", "is empty");
		}
		try (InputStream content = file.getInputStream()) {
			return this.imports.find(this.worker.start(content, file.getOriginalFilename(), idempotencyKey));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<ProductImport> imports(int limit) {
		return this.imports.latest(limit);
	}

	@Override
	public ProductImport findImport(ImportId id) {
		return this.imports.find(id);
	}

	@Override
	public List<ProductImport.Rejection> rejections(ImportId id, long afterLine, int limit) {
		return this.imports.rejections(this.imports.find(id).id(), afterLine, limit);
	}

}
