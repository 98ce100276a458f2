-- The latest that was heard of a film.
create table products.films (
    film_id text primary key,
    version bigint not null
);

-- What is off sale since its film is, and the version it has had since: another one means that staff changed it.
create table products.suspended (
    product_id uuid primary key references products.products,
    version    bigint not null
);
create index products_by_film on products.products (film_id) where film_id is not null;
