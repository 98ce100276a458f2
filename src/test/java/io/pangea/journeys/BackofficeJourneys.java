package io.pangea.journeys;

import java.util.List;

import io.pangea.journeys.Shop.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys of those who work in the back office. */
interface BackofficeJourneys extends Store {

	@Test
	default void staffFindsACustomerAndWhatTheyBought() {
		assumeTrue(offers("/api/accounts"));
		String product = staff().sells("PHYSICAL", 1200, 5);
		Buyer member = Buyer.member(shop());
		Buyer.member(shop());
		member.add(product, 1).ok();
		String order = member.order("tok_success").ok().text("/id");
		member.settled(order);

		String part = member.email().substring(0, member.email().indexOf('@'));
		Answer found = staff().get("/api/accounts?q=" + part).ok();
		assertThat(found.body().at("/items")).hasSize(1);
		assertThat(found.text("/items/0/email")).isEqualTo(member.email());
		String account = found.text("/items/0/id");
		assertThat(staff().get("/api/accounts/" + account).ok().text("/name")).isEqualTo("A Member");
		Answer orders = staff().get("/api/orders?buyer=" + account).ok();
		assertThat(orders.body().at("/items")).hasSize(1);
		assertThat(orders.text("/items/0/id")).isEqualTo(order);

		for (String path : List.of("/api/accounts?q=" + part, "/api/accounts/" + account,
				"/api/orders?buyer=" + account)) {
			assertThat(member.get(path).status()).as(path).isEqualTo(403);
		}
		assertThat(shop().get("/api/accounts?q=" + part).status()).isEqualTo(401);
		assertThat(member.put("/api/accounts/%s/roles".formatted(account), List.of("STAFF")).status()).isEqualTo(403);
	}

}
