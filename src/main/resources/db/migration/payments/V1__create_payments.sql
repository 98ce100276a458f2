create schema if not exists payments;

-- One row per payment asked for. Where it stands and how much was taken is said by its ledger alone.
create table payments.intents (
    id            uuid primary key,
    reference     text not null,
    amount_minor  bigint not null check (amount_minor > 0),
    currency      text not null,
    token         text not null,
    action_secret text not null,
    created_at    timestamptz not null,
    -- when an answer or an action that is still missing is given up; null once nothing is missing
    expires_at    timestamptz,
    version       int not null
);
create index intents_due on payments.intents (expires_at) where expires_at is not null;

create table payments.ledger (
    payment_id         uuid not null references payments.intents,
    sequence           bigint not null check (sequence > 0),
    type               text not null,
    amount_minor       bigint not null check (amount_minor > 0),
    at                 timestamptz not null,
    provider_reference text not null,
    note               text,
    primary key (payment_id, sequence)
);
-- Money may go back in parts; everything else happens once.
create unique index ledger_once on payments.ledger (payment_id, type) where type <> 'REFUNDED';

create function payments.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_is_append_only before update or delete or truncate on payments.ledger
    for each statement execute function payments.refuse_change();

-- Refunds promised to the caller; the line of the ledger is missing until the provider has answered.
create table payments.refunds (
    id           uuid primary key,
    payment_id   uuid not null references payments.intents,
    amount_minor bigint not null check (amount_minor > 0),
    promised_at  timestamptz not null,
    sequence     bigint,
    foreign key (payment_id, sequence) references payments.ledger
);
create index refunds_of_payment on payments.refunds (payment_id);
create index refunds_due on payments.refunds (promised_at) where sequence is null;

create table payments.idempotency_keys (
    operation    text not null,
    key          text not null,
    content_hash bytea not null,
    subject      uuid not null,
    created_at   timestamptz not null default now(),
    primary key (operation, key)
);
