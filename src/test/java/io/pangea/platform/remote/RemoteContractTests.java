package io.pangea.platform.remote;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.pangea.platform.problems.Problems;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.products.ProductNotFound;
import io.pangea.products.ProductSearch;
import io.pangea.products.ProductSearch.Sort;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A contract answers the same, and fails the same, near and far. */
@StoreTest
class RemoteContractTests {

	private final ProductCatalog near;

	private final ProductCatalog far;

	private final Problems problems;

	private final People people;

	@Autowired
	RemoteContractTests(ProductCatalog near, Problems problems, People people, RestClient.Builder http, JsonMapper json,
			@LocalServerPort int port) {
		this.near = near;
		this.problems = problems;
		this.people = people;
		this.far = new Far(URI.create("http://localhost:" + port), http, json, problems, new MockEnvironment())
			.contract(ProductCatalog.class);
	}

	@Test
	void recordIsSentAsQueryParameters() {
		ProductSearch search = new ProductSearch("caneca & mug", "kitchen-table", Set.of("Tavoreth", "Smith, Sons"), 1L,
				99_999L, Sort.PRICE_DESC, null, null, 1);
		assertThat(this.far.search(search)).isEqualTo(this.near.search(search));
		assertThat(this.far.search(new ProductSearch(null, null, null, null, null, Sort.NAME, null, null, 3)).items())
			.hasSize(3);
	}

	@Test
	void collectionOfIdsIsSentAsParameters() {
		Set<ProductId> ids = Set.of(someProduct(), new ProductId(UUID.randomUUID()));
		assertThat(this.far.lookup(ids)).isEqualTo(this.near.lookup(ids)).hasSize(1);
	}

	@Test
	void domainErrorIsTheSame() {
		ProductId unknown = new ProductId(UUID.randomUUID());
		assertSame(ProductNotFound.class, (catalog) -> catalog.find(unknown));
	}

	@Test
	void invalidArgumentsAreTheSame() {
		assertSame(MethodValidationException.class, (catalog) -> catalog
			.search(new ProductSearch(null, null, null, -1L, null, Sort.NAME, null, null, 100_000)));
		ProductId product = someProduct();
		this.people.as(this.people.staff(),
				() -> assertSame(MethodValidationException.class, (catalog) -> catalog.setStock(product, -1)));
	}

	@Test
	void whoMayNotMayNot() {
		ProductId product = someProduct();
		assertSame(AccessDeniedException.class, (catalog) -> catalog.setStock(product, 1));
		this.people.as(this.people.customer(),
				() -> assertSame(AccessDeniedException.class, (catalog) -> catalog.setStock(product, 1)));
	}

	@Test
	void personGoesAlong() {
		ProductId product = someProduct();
		assertThat(this.people.as(this.people.staff(), () -> this.far.setStock(product, 77)))
			.isEqualTo(this.near.find(product));
	}

	private ProductId someProduct() {
		return this.near.search(new ProductSearch("mug", null, null, null, null, Sort.NAME, null, null, 1))
			.items()
			.getFirst()
			.id();
	}

	/** The same type, and it says the same. */
	private void assertSame(Class<? extends RuntimeException> type, Function<ProductCatalog, Object> call) {
		var farError = catchThrowableOfType(type, () -> call.apply(this.far));
		var nearError = catchThrowableOfType(type, () -> call.apply(this.near));
		assertThat(farError).isNotNull();
		assertThat(this.problems.toProblem(farError)).isEqualTo(this.problems.toProblem(nearError)).isPresent();
	}

}
