create schema if not exists products;

-- Lower case without accents. Declared immutable so that it can be stored and indexed; the rules
-- of unaccent do not change while the database runs.
create function products.plain(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table products.categories (
    slug     text primary key,
    name     text not null,
    parent   text references products.categories,
    position int not null,
    names    jsonb not null
);

-- The names a category and those above it go by, in all languages.
create function products.category_words(text) returns text
    language sql stable strict parallel safe
    return (
        with recursive up as (
            select c.name, c.names, c.parent from products.categories c where c.slug = $1
            union all
            select c.name, c.names, c.parent from products.categories c join up on c.slug = up.parent
        )
        select coalesce(string_agg(concat_ws(' ', up.name,
            (select string_agg(n.value, ' ') from jsonb_each_text(up.names) n)), ' '), '')
        from up
    );

-- One field ('name' or 'description') of the translations, those into Portuguese or the others.
create function products.translated(translations jsonb, field text, portuguese boolean) returns text
    language sql immutable strict parallel safe
    return products.plain(coalesce((select string_agg(t.value ->> field, ' ' order by t.key)
        from jsonb_each(translations) t where starts_with(lower(t.key), 'pt') = portuguese), ''));

-- What full text search looks into: A = SKU and name, B = brand and category, D = description and attributes.
create function products.words(sku text, name text, description text, attributes json, brand text, category_words text,
    translations jsonb) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('simple'::regconfig, products.plain(sku)), 'A')
        || setweight(to_tsvector('simple'::regconfig, products.plain(name)), 'A')
        || setweight(to_tsvector('english'::regconfig, products.plain(name)), 'A')
        || setweight(to_tsvector('portuguese'::regconfig, products.translated(translations, 'name', true)), 'A')
        || setweight(to_tsvector('simple'::regconfig, products.translated(translations, 'name', false)), 'A')
        || setweight(to_tsvector('simple'::regconfig, coalesce(products.plain(brand), '')), 'B')
        || setweight(to_tsvector('english'::regconfig, products.plain(category_words)), 'B')
        || setweight(to_tsvector('portuguese'::regconfig, products.plain(category_words)), 'B')
        || setweight(to_tsvector('english'::regconfig, products.plain(description)), 'D')
        || setweight(to_tsvector('english'::regconfig, products.plain(coalesce(
            (select string_agg(a.value, ' ') from json_each_text(attributes) a), ''))), 'D')
        || setweight(to_tsvector('portuguese'::regconfig, products.translated(translations, 'description', true)), 'D')
        || setweight(to_tsvector('simple'::regconfig, products.translated(translations, 'description', false)), 'D');

-- What a word with a typing error is compared with.
create function products.names(name text, brand text, category_words text, translations jsonb) returns text
    language sql immutable parallel safe
    return products.plain(name) || ' ' || coalesce(products.plain(brand), '') || ' ' || products.plain(category_words)
        || ' ' || products.translated(translations, 'name', true) || ' ' || products.translated(translations, 'name', false);

create table products.products (
    id             uuid primary key,
    sku            text not null unique,
    slug           text not null unique,
    name           text not null,
    description    text not null,
    category       text not null references products.categories,
    category_words text not null,
    brand          text,
    kind           text not null,
    price_minor    bigint not null check (price_minor > 0),
    currency       text not null,
    images         jsonb not null,
    attributes     json not null, -- not jsonb, which would forget the order they are shown in
    translations   jsonb not null,
    film_id        text,
    status         text not null,
    version        bigint not null,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    sort_name      text collate "C" not null generated always as (products.plain(name)) stored,
    words          tsvector not null
        generated always as (products.words(sku, name, description, attributes, brand, category_words, translations)) stored,
    names          text not null
        generated always as (products.names(name, brand, category_words, translations)) stored
);
create index products_by_words on products.products using gin (words);
create index products_by_names on products.products using gin (names public.gin_trgm_ops);
create index products_by_category on products.products (category);
create index products_newest on products.products (status, id);
create index products_by_price on products.products (status, price_minor, id);
create index products_by_sort_name on products.products (status, sort_name, id);
create index products_for_counts on products.products (status, category, brand, price_minor);

-- Beside the descriptions, since it changes with every sale and they are wide.
create table products.stock (
    product_id uuid primary key references products.products,
    on_hand    int not null default 0 check (on_hand >= 0),
    reserved   int not null default 0 check (reserved between 0 and on_hand)
) with (fillfactor = 50);

create table products.reservations (
    id         uuid primary key,
    status     text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index reservations_held on products.reservations (expires_at) where status = 'HELD';

create table products.reservation_lines (
    reservation_id uuid not null references products.reservations,
    position       int not null,
    product_id     uuid not null references products.products,
    quantity       int not null,
    held           int not null, -- of the stock: nothing for what is never out of stock
    primary key (reservation_id, position)
);

create table products.idempotency (
    operation    text not null,
    key          text not null,
    content_hash text not null,
    answer       uuid not null,
    created_at   timestamptz not null default now(),
    primary key (operation, key)
);

create table products.imports (
    id           uuid primary key,
    status       text not null,
    file_name    text not null,
    content_hash text not null,
    bytes_total  bigint not null,
    bytes_read   bigint not null default 0,
    lines        bigint not null default 0,
    created      bigint not null default 0,
    updated      bigint not null default 0,
    unchanged    bigint not null default 0,
    rejected     bigint not null default 0,
    started_at   timestamptz not null default now(),
    alive_at     timestamptz not null default now(),
    finished_at  timestamptz,
    failure      text
);
create index imports_running on products.imports (alive_at) where status = 'RUNNING';

create table products.import_rejections (
    import_id uuid not null references products.imports,
    line      bigint not null,
    reason    text not null,
    detail    text not null,
    primary key (import_id, line)
);

-- The last good line of each SKU of an import under way.
create table products.import_lines (
    import_id uuid not null references products.imports,
    sku       text not null,
    line      bigint not null,
    content   jsonb not null,
    primary key (import_id, sku)
);
