-- The book the simulated provider keeps on its side; nothing but the simulated provider reads it.
create table payments.simulated_charges (
    idempotency_key uuid primary key,
    amount_minor    bigint not null,
    currency        text,
    refunded_minor  bigint not null default 0 check (refunded_minor <= amount_minor),
    status          text not null,
    reason          text
);

create table payments.simulated_refunds (
    idempotency_key uuid primary key,
    charge          uuid not null references payments.simulated_charges,
    amount_minor    bigint not null
);
