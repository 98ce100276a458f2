package io.pangea.backoffice;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductChanged;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductStatus;
import io.pangea.products.StockBelowReserved;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done to a product with one button: its stock, and whether it is on sale. */
@Controller
@RequestMapping("/backoffice/products/{id}")
@PreAuthorize("hasRole('STAFF')")
class ProductActions {

	private final ProductCatalog catalog;

	ProductActions(ProductCatalog catalog) {
		this.catalog = catalog;
	}

	@PostMapping("/stock")
	String setStock(@PathVariable ProductId id, @RequestParam String onHand) {
		if (!onHand.strip().matches("\\d{1,9}")) {
			return "redirect:/backoffice/products/%s?stock=number#stock".formatted(id);
		}
		try {
			this.catalog.setStock(id, Integer.parseInt(onHand.strip()));
			return "redirect:/backoffice/products/%s?done=stock".formatted(id);
		}
		catch (StockBelowReserved ex) {
			return "redirect:/backoffice/products/%s?stock=reserved&reserved=%d#stock".formatted(id, ex.reserved());
		}
	}

	@PostMapping("/status")
	String setStatus(@PathVariable ProductId id, @RequestParam ProductStatus status, @RequestParam long version) {
		Product product = this.catalog.find(id);
		try {
			this.catalog.update(id, with(product.description(), status), "\"%d\"".formatted(version));
			return "redirect:/backoffice/products/%s?done=%s".formatted(id, status);
		}
		catch (ProductChanged ex) {
			return "redirect:/backoffice/products/%s?done=changed".formatted(id);
		}
	}

	private static ProductDescription with(ProductDescription is, ProductStatus status) {
		return new ProductDescription(is.sku(), is.name(), is.description(), is.category(), is.brand(), is.kind(),
				is.price(), is.images(), is.attributes(), is.translations(), is.filmId(), status);
	}

}
