package io.pangea.products;

import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What the shop offers: finding it, describing it, importing it. */
@HttpExchange("/api/products")
@Validated
public interface ProductCatalog {

	/**
	 * Products that match, a page at a time, with counts per category and brand over all
	 * matches. A category's count includes its sub-categories; the 100 most frequent
	 * brands are counted. Only staff may ask for a status other than active.
	 * @throws InvalidField when {@code minPrice} is above {@code maxPrice}, or the
	 * {@code cursor} is not one of this search
	 */
	@GetExchange
	@PreAuthorize("permitAll()")
	ProductPage search(@Valid ProductSearch search);

	/**
	 * @throws ProductNotFound when there is none, or it is a draft and the caller is not
	 * staff
	 */
	@GetExchange("/{id}")
	@PreAuthorize("permitAll()")
	Product find(@PathVariable ProductId id);

	/**
	 * @throws ProductNotFound as {@link #find}
	 */
	@GetExchange("/by-slug/{slug}")
	@PreAuthorize("permitAll()")
	Product findBySlug(@PathVariable String slug);

	/**
	 * The products with these ids, in any status; ids that are unknown are left out, and
	 * so are drafts unless staff or a module asks.
	 */
	@GetExchange("/lookup")
	@PreAuthorize("permitAll()")
	List<Product> lookup(@RequestParam @Size(max = 200) Set<ProductId> ids);

	/**
	 * What is on sale that sells one of these films, or plans to watch films with, the
	 * cheapest first.
	 * @param filmIds as {@link ProductDescription#filmId} has them
	 */
	@GetExchange("/by-film")
	@PreAuthorize("permitAll()")
	List<Product> selling(@RequestParam @Size(max = 200) Set<@Size(max = 100) String> filmIds);

	/** The category tree, flat, parents before children. */
	@GetExchange("/categories")
	@PreAuthorize("permitAll()")
	List<Category> categories();

	/**
	 * Adds a category or replaces what is said of it.
	 * @throws CategoryUnknown when its parent is
	 * @throws InvalidField when it would stand below itself
	 */
	@PutExchange("/categories/{slug}")
	@PreAuthorize("hasRole('STAFF')")
	Category saveCategory(@PathVariable String slug, @RequestBody @Valid Category category);

	/**
	 * Adds a product. A SKU is given once: adding the same description again answers the
	 * product there is.
	 * @throws SkuTaken when another product has the SKU
	 * @throws CategoryUnknown when there is no such category
	 * @throws FilmUnknown when it sells a film that there is not, as far as that can be
	 * found out now
	 * @throws KeyReused when the key came with another description before
	 */
	@PostExchange
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("hasRole('STAFF')")
	Product add(@RequestBody @Valid ProductDescription description, @RequestHeader(name = "Idempotency-Key",
			required = false) @Size(min = 1, max = 200) @Nullable String idempotencyKey);

	/**
	 * Replaces the description of a product.
	 * @param ifMatch the version it was read at, as its ETag says: a number in double
	 * quotes
	 * @throws ProductChanged when somebody changed it since; not if it says already what
	 * it shall say
	 * @throws SkuTaken when another product has the SKU
	 * @throws CategoryUnknown when there is no such category
	 * @throws FilmUnknown when it sells a film that there is not, as far as that can be
	 * found out now
	 */
	@PutExchange("/{id}")
	@PreAuthorize("hasRole('STAFF')")
	Product update(@PathVariable ProductId id, @RequestBody @Valid ProductDescription description,
			@RequestHeader("If-Match") String ifMatch);

	/**
	 * How many of a product there are.
	 * @throws InvalidField when it never runs out, so that nobody counts it
	 */
	@GetExchange("/{id}/stock")
	@PreAuthorize("hasRole('STAFF')")
	StockLevel stock(@PathVariable ProductId id);

	/**
	 * Sets the stock on hand, what is reserved included. The version of the product stays
	 * what it is.
	 * @throws StockBelowReserved when more than that is reserved
	 */
	@PutExchange("/{id}/stock")
	@PreAuthorize("hasRole('STAFF')")
	Product setStock(@PathVariable ProductId id, @RequestParam @PositiveOrZero int onHand);

	/**
	 * Starts an import of a CSV file whose columns are named as in the UCI "Online
	 * Retail" set ({@code InvoiceNo,StockCode,Description,Quantity,UnitPrice,…}) or
	 * {@code sku,name,price} and, optionally,
	 * {@code description,category,brand,currency,stock}; it goes on in the background.
	 * UTF-8 or Latin-1, plain or gzip.
	 * <p>
	 * Products are known by their SKU. A new one is active, physical, in category
	 * {@code imported} and out of stock unless its line says otherwise; of one there is
	 * only what the line says is changed. Of several good lines with one SKU the last
	 * counts, so that the same file once more changes nothing. Prices are in the shop's
	 * currency unless a column names another; an invoice's quantity is not stock. A line
	 * that makes no product is refused with its number and spoils nothing else; the
	 * reason is one of {@code cancellation}, {@code sku-missing}, {@code sku-invalid},
	 * {@code description-missing}, {@code name-missing}, {@code quantity-not-positive},
	 * {@code price-not-positive}, {@code price-too-fine}, {@code currency-unknown},
	 * {@code category-unknown}, {@code stock-invalid}, {@code stock-below-reserved},
	 * {@code columns-missing}, {@code unreadable}, or a column's name with
	 * {@code -too-long}.
	 * @throws KeyReused when the key came with another file before; without a key, a file
	 * that is under way already is not begun again
	 */
	@PostExchange("/imports")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("hasRole('STAFF')")
	ProductImport importCsv(@RequestPart MultipartFile file, @RequestHeader(name = "Idempotency-Key",
			required = false) @Size(min = 1, max = 200) @Nullable String idempotencyKey);

	/** The latest imports, newest first, without the lines they refused. */
	@GetExchange("/imports")
	@PreAuthorize("hasRole('STAFF')")
	List<ProductImport> imports(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit);

	/** How far an import has come, and the first lines it refused. */
	@GetExchange("/imports/{id}")
	@PreAuthorize("hasRole('STAFF')")
	ProductImport findImport(@PathVariable ImportId id);

	/** The lines an import refused, in file order, after the line given. */
	@GetExchange("/imports/{id}/rejections")
	@PreAuthorize("hasRole('STAFF')")
	List<ProductImport.Rejection> rejections(@PathVariable ImportId id,
			@RequestParam(defaultValue = "0") @PositiveOrZero long afterLine,
			@RequestParam(defaultValue = "100") @PositiveOrZero @Max(1000) int limit);

}
