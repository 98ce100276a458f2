package io.pangea.products;

import java.util.List;

import io.pangea.videos.VideoId;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes what sells a film off sale while nobody can watch it, and puts it back after,
 * unless staff changed it in the meantime. Of two facts about a film the later one
 * counts.
 */
@Component
class FilmSales {

	private final JdbcClient jdbc;

	private final Assortment assortment;

	private final ProductRows rows;

	FilmSales(JdbcClient jdbc, Assortment assortment, ProductRows rows) {
		this.jdbc = jdbc;
		this.assortment = assortment;
		this.rows = rows;
	}

	@ApplicationModuleListener(id = "products.film-withdrawn")
	void on(VideoWithdrawn event) {
		if (isNews(event.videoId(), event.version())) {
			List<Product> sold = selling(event.videoId(), "p.status = 'ACTIVE'");
			become(sold, ProductStatus.ARCHIVED);
			sold.forEach((product) -> this.jdbc.sql("""
					insert into products.suspended (product_id, version) values (?, ?)
					on conflict (product_id) do update set version = excluded.version""")
				.params(product.id().value(), product.version() + 1)
				.update());
		}
	}

	@ApplicationModuleListener(id = "products.film-published")
	void on(VideoPublished event) {
		if (isNews(event.videoId(), event.version())) {
			List<Product> suspended = selling(event.videoId(), """
					p.status = 'ARCHIVED' and exists (
						select from products.suspended x where x.product_id = p.id and x.version = p.version)""");
			become(suspended, ProductStatus.ACTIVE);
			suspended.forEach((product) -> this.jdbc.sql("delete from products.suspended where product_id = ?")
				.param(product.id().value())
				.update());
		}
	}

	private boolean isNews(VideoId film, long version) {
		return this.jdbc.sql("""
				insert into products.films as known (film_id, version) values (?, ?)
				on conflict (film_id) do update set version = excluded.version
				where known.version < excluded.version""").params(film.toString(), version).update() > 0;
	}

	private List<Product> selling(VideoId film, String which) {
		return this.jdbc.sql(ProductRows.SELECT + "where p.film_id = ? and " + which + " order by p.id for update of p")
			.param(film.toString())
			.query(this.rows)
			.list();
	}

	private void become(List<Product> products, ProductStatus status) {
		if (!products.isEmpty()) {
			this.assortment.change(products,
					products.stream().map((product) -> product.description().with(status)).toList());
		}
	}

}
