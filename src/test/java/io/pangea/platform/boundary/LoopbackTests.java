package io.pangea.platform.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.pangea.platform.Modules;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.platform.problems.Problems;
import io.pangea.products.ProductNotFound;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Loopback mode treats a neighbour in the same process as one behind a network that
 * repeats requests.
 */
class LoopbackTests {

	private final JsonMapper json = new JsonMapper();

	private final List<Object> received = new ArrayList<>();

	/** A neighbour. */
	interface Shelf {

		Book put(Book book);

		void burn(String title);

	}

	/** A value. */
	record Book(String title) {

	}

	private final class RealShelf implements Shelf {

		@Override
		public Book put(Book book) {
			LoopbackTests.this.received.add(book);
			return book;
		}

		@Override
		public void burn(String title) {
			LoopbackTests.this.received.add(title);
			throw new ProductNotFound(title);
		}

	}

	@Test
	void valuesGoThroughJsonBothWaysAndEveryCallIsRepeated() throws Throwable {
		Book book = new Book("Ulysses");
		Object answer = call("put", book);
		assertThat(answer).isEqualTo(book).isNotSameAs(book);
		assertThat(this.received).hasSize(2).allSatisfy((it) -> assertThat(it).isEqualTo(book).isNotSameAs(book));
	}

	@Test
	void domainErrorsComeBackAsTheSameType() {
		assertThatExceptionOfType(ProductNotFound.class).isThrownBy(() -> call("burn", "Ulysses"))
			.satisfies((ex) -> assertThat(ex.product()).isEqualTo("Ulysses"));
		assertThat(this.received).hasSize(2);
	}

	private Object call(String method, Object argument) throws Throwable {
		var problems = new Problems(new DomainProblems(Modules.ofTheHouse(), this.json), this.json);
		var loopback = new LoopbackCalls(new InProcess("shelf", RealShelf::new), this.json, problems);
		return Objects.requireNonNull(loopback.call(
				Objects.requireNonNull(ReflectionUtils.findMethod(Shelf.class, method, argument.getClass())),
				new Object[] { argument }));
	}

}
