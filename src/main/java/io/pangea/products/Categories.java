package io.pangea.products;

import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The category tree. */
@Component
@Transactional
class Categories {

	private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final RowMapper<Category> rows;

	Categories(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
		this.rows = (row, number) -> new Category(row.getString("slug"), row.getString("name"), row.getString("parent"),
				row.getInt("position"), json.readValue(row.getString("names"), NAMES));
	}

	@Transactional(readOnly = true)
	List<Category> all() {
		return this.jdbc.sql("""
				with recursive tree as (
					select c.*, 1 as depth from products.categories c where c.parent is null
					union all
					select c.*, tree.depth + 1 from products.categories c join tree on c.parent = tree.slug
				)
				select * from tree order by depth, position, slug""").query(this.rows).list();
	}

	/** A category and all below it; nothing if there is none. */
	@Transactional(readOnly = true)
	List<String> below(String slug) {
		return this.jdbc.sql("""
				with recursive tree as (
					select slug from products.categories where slug = ?
					union
					select c.slug from products.categories c join tree on c.parent = tree.slug
				)
				select slug from tree""").param(slug).query(String.class).list();
	}

	@Transactional(readOnly = true)
	void check(String slug) {
		if (this.jdbc.sql("select from products.categories where slug = ?")
			.param(slug)
			.query()
			.listOfRows()
			.isEmpty()) {
			throw new CategoryUnknown(slug);
		}
	}

	Category save(Category category) {
		// One at a time, so that two changes together make no circle.
		this.jdbc.sql("lock table products.categories in share row exclusive mode").update();
		if (category.parent() != null) {
			check(category.parent());
			if (below(category.slug()).contains(category.parent())) {
				throw new InvalidField("parent", "is the category itself or stands below it");
			}
		}
		this.jdbc.sql("""
				insert into products.categories (slug, name, parent, position, names)
				values (:slug, :name, :parent, :position, :names::jsonb)
				on conflict (slug) do update set name = excluded.name, parent = excluded.parent,
					position = excluded.position, names = excluded.names""")
			.param("slug", category.slug())
			.param("name", category.name())
			.param("parent", category.parent())
			.param("position", category.position())
			.param("names", this.json.writeValueAsString(category.names()))
			.update();
		this.jdbc.sql("""
				update products.products set category_words = products.category_words(category)
				where category = any(:slugs) and category_words <> products.category_words(category)""")
			.param("slugs", below(category.slug()).toArray(String[]::new))
			.update();
		return category;
	}

}
