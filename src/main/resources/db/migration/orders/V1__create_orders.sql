create schema if not exists orders;

-- What was agreed (quote) never changes once an order is placed, so it is kept as the document
-- the buyer saw; what the saga moves on is kept in columns.
create table orders.orders (
    id              uuid primary key,
    number          text not null unique,
    buyer           uuid,
    cart            uuid not null,
    quote           jsonb not null,
    placed_at       timestamptz not null,
    email           text not null,
    address         jsonb not null,
    forgotten       boolean not null,
    status          text not null,
    task            text not null,
    payment_token   text,
    payment_id      uuid,
    action_secret   text,
    cancel_reason   text,
    held_until      timestamptz,
    deadline        timestamptz not null,
    currency        text not null,
    refunded        bigint not null,
    refund_pending  bigint not null,
    shipment        jsonb,
    version         bigint not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz
);
create index orders_by_buyer on orders.orders (buyer, id) where buyer is not null;
create index orders_by_status on orders.orders (status, id);
create index orders_due on orders.orders (next_attempt_at) where next_attempt_at is not null;

create table orders.history (
    order_id uuid not null,
    version  bigint not null,
    status   text not null,
    at       timestamptz not null,
    note     text,
    primary key (order_id, version)
);

-- Scope is the account that placed the order or, for a guest's, the cart.
create table orders.idempotency_keys (
    scope        uuid not null,
    key          text not null,
    content_hash text not null,
    order_id     uuid not null,
    primary key (scope, key)
);

create table orders.refunds (
    id              uuid primary key,
    order_id        uuid not null,
    key             text not null,
    content_hash    text not null,
    currency        text not null,
    amount          bigint not null,
    reason          text not null,
    requested_by    text not null,
    requested_at    timestamptz not null default now(),
    status          text not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz,
    unique (order_id, key)
);
create index refunds_due on orders.refunds (next_attempt_at) where next_attempt_at is not null;
