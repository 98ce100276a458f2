package io.pangea.products;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class ProductCatalogTests {

	@Autowired
	ProductCatalog catalog;

	@Autowired
	RequestKeys keys;

	@Autowired
	JdbcClient jdbc;

	@Test
	void findsWhatWasAdded() {
		ProductDescription description = Goods.named("Left-Handed Trowel");
		Product added = add(description);
		assertThat(added.description()).isEqualTo(description);
		assertThat(added.version()).isEqualTo(1);
		assertThat(added.available()).isZero();
		assertThat(this.catalog.find(added.id())).isEqualTo(added);
		assertThat(this.catalog.findBySlug(added.slug())).isEqualTo(added);
		assertThat(this.catalog.lookup(Set.of(added.id(), ProductId.next()))).containsExactly(added);
	}

	@Test
	void keepsAttributesInOrder() {
		var attributes = new java.util.LinkedHashMap<>(Map.of("Zoom", "3 x"));
		attributes.put("Apertures", "8");
		attributes.put("Material", "Brass");
		ProductDescription it = Goods.named("Spyglass");
		Product added = add(new ProductDescription(it.sku(), it.name(), it.description(), it.category(), null,
				it.kind(), it.price(), List.of(), attributes, Map.of(), null, it.status()));
		assertThat(added.description().attributes().keySet()).containsExactly("Zoom", "Apertures", "Material");
	}

	@Test
	void givesEachProductItsOwnSlug() {
		String name = "Crème brûlée " + Goods.word();
		Product first = add(Goods.named(name));
		Product second = add(Goods.named(name));
		assertThat(first.slug()).startsWith("creme-brulee-");
		assertThat(second.slug()).startsWith(first.slug() + "-");
	}

	@Test
	void addsTheSameProductOnce() {
		ProductDescription description = Goods.named("Dibber");
		assertThat(add(description)).isEqualTo(add(description));
		assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> add(Goods.priced(description, 1)));
	}

	@Test
	void answersARepeatedKeyWithTheFirstProduct() {
		ProductDescription description = Goods.named("Dibber");
		String key = Goods.sku();
		Product added = Goods.asStaff(() -> this.catalog.add(description, key));
		Goods.asStaff(() -> this.catalog.update(added.id(), Goods.priced(description, 7), "\"1\""));
		assertThat(Goods.asStaff(() -> this.catalog.add(description, key)).id()).isEqualTo(added.id());
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> Goods.asStaff(() -> this.catalog.add(Goods.named("Another"), key)));
	}

	@Test
	void forgetsKeysNobodyWillRepeat() {
		String old = Goods.sku();
		String recent = Goods.sku();
		Goods.asStaff(() -> this.catalog.add(Goods.named("Dibber"), old));
		Goods.asStaff(() -> this.catalog.add(Goods.named("Dibber"), recent));
		this.jdbc.sql("update products.idempotency set created_at = now() - interval '8 days' where key = ?")
			.param(old)
			.update();
		this.keys.forgetOld();
		assertThat(this.jdbc.sql("select key from products.idempotency where key in (?, ?)")
			.params(old, recent)
			.query(String.class)
			.list()).containsExactly(recent);
	}

	@Test
	void refusesStaleChanges() {
		ProductDescription description = Goods.named("Dibber");
		Product added = add(description);
		ProductDescription dearer = Goods.priced(description, 2999);
		Product changed = update(added, dearer, "\"1\"");
		assertThat(changed.version()).isEqualTo(2);
		assertThat(changed.slug()).isEqualTo(added.slug());
		assertThat(update(added, dearer, "\"1\"")).isEqualTo(changed);
		assertThatExceptionOfType(ProductChanged.class)
			.isThrownBy(() -> update(added, Goods.priced(description, 3999), "\"1\""))
			.satisfies((ex) -> assertThat(ex.version()).isEqualTo(2));
		assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> update(added, dearer, "2"))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("If-Match"));
	}

	@Test
	void refusesTheSkuOfAnother() {
		Product one = add(Goods.named("One"));
		Product two = add(Goods.named("Two"));
		assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> update(two, one.description(), "\"1\""));
	}

	@Test
	void refusesAnUnknownCategory() {
		assertThatExceptionOfType(CategoryUnknown.class)
			.isThrownBy(() -> add(Goods.branded(Goods.named("One"), "nowhere", "Nobody")));
	}

	@Test
	void showsDraftsToStaffOnly() {
		Product draft = add(Goods.with(Goods.named("Draft"), ProductStatus.DRAFT));
		assertThatExceptionOfType(ProductNotFound.class)
			.isThrownBy(() -> Goods.as("ROLE_CUSTOMER", () -> this.catalog.find(draft.id())));
		assertThatExceptionOfType(ProductNotFound.class)
			.isThrownBy(() -> Goods.as("ROLE_CUSTOMER", () -> this.catalog.findBySlug(draft.slug())));
		assertThat(Goods.<List<Product>>as("ROLE_CUSTOMER", () -> this.catalog.lookup(Set.of(draft.id())))).isEmpty();
		assertThat(Goods.asStaff(() -> this.catalog.find(draft.id()))).isEqualTo(draft);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> Goods.as("ROLE_CUSTOMER", () -> this.catalog
				.search(new ProductSearch(null, null, null, null, null, null, ProductStatus.DRAFT, null, null))));
	}

	@Test
	void letsOnlyStaffChangeAnything() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> Goods.as("ROLE_CUSTOMER", () -> this.catalog.add(Goods.named("Mine"), null)));
	}

	@Test
	void setsStock() {
		Product added = add(Goods.named("Dibber"));
		assertThat(Goods.asStaff(() -> this.catalog.setStock(added.id(), 12)).available()).isEqualTo(12);
		assertThatExceptionOfType(ProductNotFound.class)
			.isThrownBy(() -> Goods.asStaff(() -> this.catalog.setStock(ProductId.next(), 12)));
		Product digital = add(Goods.digital(Goods.named("Film")));
		assertThat(digital.available()).isNull();
		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> Goods.asStaff(() -> this.catalog.setStock(digital.id(), 12)));
	}

	@Test
	void keepsTheCategoryTreeATree() {
		String slug = "c-" + Goods.word();
		Category parent = new Category(slug, "Parent", null, 90, Map.of("pt-BR", "Mãe"));
		Category child = new Category(slug + "-a", "Child", slug, 1, Map.of());
		save(parent);
		save(child);
		assertThat(this.catalog.categories()).containsSubsequence(parent, child);
		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> save(new Category(slug, "Parent", child.slug(), 90, Map.of())));
		assertThatExceptionOfType(CategoryUnknown.class)
			.isThrownBy(() -> save(new Category(slug, "Parent", "nowhere", 90, Map.of())));
	}

	@Test
	void offersTheDemoCatalogue() {
		assertThat(this.catalog.categories()).extracting(Category::slug).contains("tea-coffee", "garden");
		assertThat(this.catalog.findBySlug("carafe-with-oak-stopper").buyable()).isTrue();
	}

	private Product add(ProductDescription description) {
		return Goods.asStaff(() -> this.catalog.add(description, null));
	}

	private Product update(Product product, ProductDescription description, String ifMatch) {
		return Goods.asStaff(() -> this.catalog.update(product.id(), description, ifMatch));
	}

	private Category save(Category category) {
		return Goods.asStaff(() -> this.catalog.saveCategory(category.slug(), category));
	}

}
