create index products_by_film on products.products (film_id) where film_id is not null;
