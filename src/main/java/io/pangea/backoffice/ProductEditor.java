package io.pangea.backoffice;

import java.util.Map;
import java.util.Optional;

import io.pangea.products.CategoryUnknown;
import io.pangea.products.InvalidField;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.SkuTaken;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Carries out what a product form says, or puts what is wrong beside its fields. */
@Component
class ProductEditor {

	private final ProductCatalog catalog;

	private final ContractRules rules;

	ProductEditor(ProductCatalog catalog, ContractRules rules) {
		this.catalog = catalog;
		this.rules = rules;
	}

	/** The new product; empty when the form has errors. */
	Optional<Product> add(ProductForm form, Errors errors) {
		ProductDescription description = form.describe(Map.of(), errors);
		return carryOut(description, errors, () -> this.catalog.add(description, null));
	}

	/**
	 * The product as it is now; empty when the form has errors.
	 * @throws io.pangea.products.ProductChanged when it is no longer at the form's
	 * version
	 */
	Optional<Product> save(ProductId id, ProductForm form, Errors errors) {
		ProductDescription description = form.describe(this.catalog.find(id).description().translations(), errors);
		return carryOut(description, errors,
				() -> this.catalog.update(id, description, "\"%s\"".formatted(form.version())));
	}

	private Optional<Product> carryOut(ProductDescription description, Errors errors, Command command) {
		this.rules.check(description, errors);
		if (!errors.hasErrors()) {
			try {
				return Optional.of(command.run());
			}
			catch (SkuTaken ex) {
				errors.rejectValue("sku", "backoffice.sku-taken");
			}
			catch (CategoryUnknown ex) {
				errors.rejectValue("category", "backoffice.choice");
			}
			catch (InvalidField ex) {
				if (!ex.field().equals("filmId")) {
					throw ex;
				}
				errors.rejectValue("filmId", "backoffice.digital-only");
			}
		}
		return Optional.empty();
	}

	private interface Command {

		Product run();

	}

}
