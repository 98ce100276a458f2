package io.pangea.backoffice;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.pangea.orders.Order;
import io.pangea.orders.OrderPage;
import io.pangea.orders.OrderStatus;
import io.pangea.orders.Orders;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductSearch;
import io.pangea.products.ProductStatus;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs somebody's attention, and what happened last. */
@Controller
@PreAuthorize("hasRole('STAFF')")
class DashboardPage {

	private static final int COUNTED = 100;

	private static final int RECENT = 5;

	private final Orders orders;

	private final ProductCatalog catalog;

	private final PageParts parts;

	DashboardPage(Orders orders, ProductCatalog catalog, PageParts parts) {
		this.orders = orders;
		this.catalog = catalog;
		this.parts = parts;
	}

	/** How many, and whether there may be more than were counted. */
	record Count(long number, boolean more) {

		Count plus(Count other) {
			return new Count(this.number + other.number, this.more || other.more);
		}

	}

	@GetMapping("/backoffice")
	String show(Model model) {
		model.addAttribute("toShip",
				this.parts.ask("orders", () -> count(OrderStatus.CONFIRMED, OrderView::shippable)));
		model.addAttribute("waiting",
				this.parts.ask("orders", () -> count(OrderStatus.ACTION_REQUIRED, (order) -> true)));
		model.addAttribute("underWay", this.parts.ask("orders", this::underWay));
		model.addAttribute("drafts", this.parts.ask("products", this::drafts));
		model.addAttribute("orders",
				this.parts.ask("orders", () -> this.orders.list(null, null, null, RECENT).items()));
		model.addAttribute("imports", this.parts.ask("products", () -> this.catalog.imports(RECENT)));
		return "backoffice/dashboard";
	}

	private Count underWay() {
		return Stream.of(OrderStatus.PLACED, OrderStatus.RESERVED, OrderStatus.AUTHORISED)
			.map((status) -> count(status, (order) -> true))
			.reduce(new Count(0, false), Count::plus);
	}

	private Count count(OrderStatus status, Predicate<Order> condition) {
		OrderPage page = this.orders.list(status, null, null, COUNTED);
		List<Order> matching = page.items().stream().filter(condition).toList();
		return new Count(matching.size(), page.next() != null);
	}

	private Count drafts() {
		var search = new ProductSearch(null, null, null, null, null, null, ProductStatus.DRAFT, null, 1);
		return new Count(this.catalog.search(search).total(), false);
	}

}
