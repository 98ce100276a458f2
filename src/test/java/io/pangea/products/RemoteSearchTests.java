package io.pangea.products;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Set;

import io.pangea.products.ProductSearch.Sort;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue can be asked from another process: a client made of the contract needs no
 * more than to be told that a record without an annotation is query parameters.
 */
@StoreTest
class RemoteSearchTests {

	@LocalServerPort
	int port;

	@Autowired
	RestClient.Builder http;

	@Autowired
	ProductCatalog catalog;

	@Test
	void sendsAndReadsTheParametersOfASearch() {
		RestClient client = this.http.baseUrl("http://localhost:" + this.port).build();
		ProductCatalog remote = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.customArgumentResolver(new QueryRecord())
			.build()
			.createClient(ProductCatalog.class);
		ProductSearch search = new ProductSearch("caneca & mug", "kitchen-table", Set.of("Tavoreth", "Smith, Sons"), 1L,
				99_999L, Sort.PRICE_DESC, null, null, 1);
		assertThat(remote.search(search)).isEqualTo(this.catalog.search(search));
		assertThat(remote.search(new ProductSearch(null, null, null, null, null, Sort.NAME, null, null, 3)).items())
			.hasSize(3);
	}

	private static final class QueryRecord implements HttpServiceArgumentResolver {

		@Override
		public boolean resolve(@Nullable Object argument, MethodParameter parameter,
				HttpRequestValues.Builder request) {
			if (!(argument instanceof Record query) || parameter.hasParameterAnnotation(RequestBody.class)) {
				return false;
			}
			for (RecordComponent component : query.getClass().getRecordComponents()) {
				Object value = ReflectionUtils.invokeMethod(component.getAccessor(), query);
				if (value instanceof Collection<?> values) {
					values.forEach((it) -> request.addRequestParameter(component.getName(), String.valueOf(it)));
				}
				else if (value != null) {
					request.addRequestParameter(component.getName(), value.toString());
				}
			}
			return true;
		}

	}

}
