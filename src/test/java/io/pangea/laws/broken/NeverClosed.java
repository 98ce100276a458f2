package io.pangea.laws.broken;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows through a stream that nobody closes. */
public class NeverClosed {

	private final JdbcClient jdbc;

	public NeverClosed(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<String> names() {
		return this.jdbc.sql("select name from products.products").query(String.class).stream().toList();
	}

}
