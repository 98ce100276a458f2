create schema if not exists cart;

create table cart.carts (
    id          uuid primary key,
    owner       uuid unique,
    opening_key text unique,
    merged_into uuid,
    expires_at  timestamptz not null,
    version     bigint not null
);
comment on column cart.carts.owner is 'account; null for a guest''s';
comment on column cart.carts.opening_key is 'idempotency key of the call that opened it';
create index carts_by_expiry on cart.carts (expires_at);

-- Products in carts as last seen, shown while products does not answer. Events arrive in any order:
-- each fact carries the instant it is known for.
create table cart.products (
    id         uuid primary key,
    slug       text not null,
    name       text not null,
    image      text,
    physical   boolean not null,
    price      bigint not null,
    currency   text not null,
    priced_at  timestamptz not null,
    on_sale    boolean not null,
    on_sale_at timestamptz not null
);

create table cart.lines (
    cart     uuid not null references cart.carts on delete cascade,
    position int not null,
    product  uuid not null references cart.products,
    quantity int not null check (quantity > 0),
    price    bigint not null,
    currency text not null,
    primary key (cart, position),
    unique (cart, product)
);

-- Additions already made, by idempotency key.
create table cart.additions (
    cart            uuid not null references cart.carts on delete cascade,
    idempotency_key text not null,
    product         uuid not null,
    quantity        int not null,
    added_at        timestamptz not null default now(),
    primary key (cart, idempotency_key)
);
create index additions_by_age on cart.additions (added_at);

-- Orders whose goods were already taken out.
create table cart.orders_taken_out (
    cart     uuid not null references cart.carts on delete cascade,
    order_id uuid not null,
    primary key (cart, order_id)
);
