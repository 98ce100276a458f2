package io.pangea.storefront;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.pangea.products.Category;
import io.pangea.products.Product;
import io.pangea.products.ProductDescription.Words;
import io.pangea.products.ProductId;
import io.pangea.videos.Series;
import io.pangea.videos.Video;
import io.pangea.videos.VideoCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of products and categories in the reader's language, where translated. */
@Component
class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	public String name(Product product) {
		return translated(product.description().translations()).map(Words::name).orElse(product.description().name());
	}

	/** The name of a product that may be unknown by now, or else the one given. */
	public String name(Map<ProductId, Product> products, ProductId id, String otherwise) {
		Product product = products.get(id);
		return (product != null) ? name(product) : otherwise;
	}

	/** The description by paragraphs. */
	public List<String> paragraphs(Product product) {
		String text = translated(product.description().translations()).map(Words::description)
			.orElse(product.description().description());
		return paragraphs(text);
	}

	public String title(Video film) {
		return translated(film.translations()).map(io.pangea.videos.Words::title).orElse(film.title());
	}

	/** The synopsis by paragraphs. */
	public List<String> paragraphs(Video film) {
		return paragraphs(
				translated(film.translations()).map(io.pangea.videos.Words::synopsis).orElse(film.synopsis()));
	}

	public String title(Series series) {
		return translated(series.translations()).map(io.pangea.videos.Words::title).orElse(series.title());
	}

	public String title(VideoCollection collection) {
		return translated(collection.titles()).orElse(collection.title());
	}

	/** One nobody translated yet is written as its slug says. */
	public String genre(String slug) {
		String words = slug.replace('-', ' ');
		String plain = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
		return Objects.requireNonNullElse(
				this.messages.getMessage("genre." + slug, null, plain, LocaleContextHolder.getLocale()), plain);
	}

	public String name(Category category) {
		return translated(category.names()).orElse(category.name());
	}

	/**
	 * A name or value of an attribute; those of goods the translations do not know stay
	 * as they are stored.
	 */
	public String attribute(String text) {
		String translated = this.messages.getMessage(attributeCode(text), null, text, LocaleContextHolder.getLocale());
		return Objects.requireNonNullElse(translated, text);
	}

	static String attributeCode(String text) {
		return "attribute." + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
	}

	private static List<String> paragraphs(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static <T> Optional<T> translated(@Nullable Map<String, T> translations) {
		Locale locale = LocaleContextHolder.getLocale();
		return Optional.ofNullable(translations)
			.map((it) -> it.getOrDefault(locale.toLanguageTag(), it.get(locale.getLanguage())));
	}

}
