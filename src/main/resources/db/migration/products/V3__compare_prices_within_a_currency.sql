drop index products.products_by_price;
create index products_by_price on products.products (status, currency, price_minor, id);
drop index products.products_for_counts;
create index products_for_counts on products.products (status, category, brand, price_minor) include (currency);
