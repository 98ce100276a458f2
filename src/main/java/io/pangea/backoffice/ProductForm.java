package io.pangea.backoffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.products.Product;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductDescription.Words;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.validation.Errors;

/**
 * A product as text in a form; what is wrong stays as it was typed.
 *
 * @param images one URL per line
 * @param attributes one per line, as {@code name: value}
 * @param translations the words in Brazilian Portuguese; other languages are left alone
 * @param version the product was read at; empty for a new one
 */
record ProductForm(String sku, String name, String description, String category, String brand, String kind,
		String price, String currency, String images, String attributes, Translation translations, String filmId,
		String status, String version) {

	private static final String LANGUAGE = "pt-BR";

	private static final Map<String, Function<ProductForm, String>> FIELDS = new LinkedHashMap<>();

	static {
		FIELDS.put("sku", ProductForm::sku);
		FIELDS.put("status", ProductForm::status);
		FIELDS.put("name", ProductForm::name);
		FIELDS.put("description", ProductForm::description);
		FIELDS.put("translations.name", (form) -> form.translations().name());
		FIELDS.put("translations.description", (form) -> form.translations().description());
		FIELDS.put("category", ProductForm::category);
		FIELDS.put("brand", ProductForm::brand);
		FIELDS.put("price", ProductForm::price);
		FIELDS.put("currency", ProductForm::currency);
		FIELDS.put("kind", ProductForm::kind);
		FIELDS.put("filmId", ProductForm::filmId);
		FIELDS.put("images", ProductForm::images);
		FIELDS.put("attributes", ProductForm::attributes);
	}

	/** The names of its fields, as they stand on the page. */
	static Stream<String> fields() {
		return FIELDS.keySet().stream();
	}

	ProductForm {
		sku = FormText.clean(sku);
		name = FormText.clean(name);
		description = FormText.clean(description);
		category = FormText.clean(category);
		brand = FormText.clean(brand);
		kind = FormText.clean(kind);
		price = FormText.clean(price);
		currency = FormText.clean(currency);
		images = FormText.clean(images);
		attributes = FormText.clean(attributes);
		translations = Objects.requireNonNullElseGet(translations, () -> new Translation("", ""));
		filmId = FormText.clean(filmId);
		status = FormText.clean(status);
		version = FormText.clean(version);
	}

	/**
	 * Name and description in the shop's second language; both empty when there are none.
	 */
	record Translation(String name, String description) {

		Translation {
			name = FormText.clean(name);
			description = FormText.clean(description);
		}

	}

	static ProductForm blank(String currency) {
		return new ProductForm("", "", "", "", "", "PHYSICAL", "", currency, "", "", new Translation("", ""), "",
				"DRAFT", "");
	}

	static ProductForm of(Product product) {
		ProductDescription is = product.description();
		Words words = is.translations().getOrDefault(LANGUAGE, new Words("", ""));
		String attributes = is.attributes()
			.entrySet()
			.stream()
			.map((it) -> it.getKey() + ": " + it.getValue())
			.collect(Collectors.joining("\n"));
		return new ProductForm(is.sku(), is.name(), is.description(), is.category(), FormText.or(is.brand()),
				is.kind().name(), is.price().getAmount().toPlainString(), is.price().getCurrencyUnit().getCode(),
				String.join("\n", is.images()), attributes, new Translation(words.name(), words.description()),
				FormText.or(is.filmId()), is.status().name(), String.valueOf(product.version()));
	}

	/** The same words to be compared with another version. */
	ProductForm at(long newVersion) {
		return new ProductForm(this.sku, this.name, this.description, this.category, this.brand, this.kind, this.price,
				this.currency, this.images, this.attributes, this.translations, this.filmId, this.status,
				String.valueOf(newVersion));
	}

	List<Difference> differencesFrom(ProductForm stored) {
		return Difference.between(stored, this, FIELDS);
	}

	/**
	 * What the form says, for the contract; where that is not understood, an error is put
	 * beside the field and any value takes its place.
	 * @param known translations there are by now
	 */
	ProductDescription describe(Map<String, Words> known, Errors errors) {
		return new ProductDescription(this.sku, this.name, this.description, this.category, FormText.orNull(this.brand),
				choice("kind", this.kind, ProductKind.class, errors), money(errors),
				this.images.lines().map(String::strip).filter((it) -> !it.isEmpty()).toList(), attributeMap(errors),
				translated(known), FormText.orNull(this.filmId),
				choice("status", this.status, ProductStatus.class, errors));
	}

	private Money money(Errors errors) {
		Optional<CurrencyUnit> unit = Amounts.currency(this.currency);
		if (unit.isEmpty()) {
			errors.rejectValue("currency", "backoffice.currency");
		}
		CurrencyUnit currencyUnit = unit.orElse(CurrencyUnit.USD);
		return Amounts.parse(this.price, currencyUnit).orElseGet(() -> {
			errors.rejectValue("price", "backoffice.amount");
			return Money.ofMinor(currencyUnit, 1);
		});
	}

	private Map<String, String> attributeMap(Errors errors) {
		Map<String, String> map = new LinkedHashMap<>();
		this.attributes.lines().map(String::strip).filter((it) -> !it.isEmpty()).forEach((line) -> {
			String[] parts = line.split(line.contains(": ") ? ": " : ":", 2);
			if (parts.length < 2) {
				errors.rejectValue("attributes", "backoffice.attribute", new Object[] { line }, null);
			}
			else {
				map.put(parts[0].strip(), parts[1].strip());
			}
		});
		return map;
	}

	private Map<String, Words> translated(Map<String, Words> known) {
		Map<String, Words> all = new LinkedHashMap<>(known);
		if (this.translations.name().isEmpty() && this.translations.description().isEmpty()) {
			all.remove(LANGUAGE);
		}
		else {
			all.put(LANGUAGE, new Words(this.translations.name(), this.translations.description()));
		}
		return all;
	}

	private static <E extends Enum<E>> E choice(String field, String text, Class<E> type, Errors errors) {
		try {
			return Enum.valueOf(type, text);
		}
		catch (IllegalArgumentException ex) {
			errors.rejectValue(field, "backoffice.choice");
			return type.getEnumConstants()[0];
		}
	}

}
