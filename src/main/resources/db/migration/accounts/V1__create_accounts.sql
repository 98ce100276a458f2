create schema if not exists accounts;

create table accounts.holders (
    id              uuid primary key,
    email           text not null,
    -- what all spellings of one address have in common
    canonical_email text not null constraint holders_one_per_address unique,
    name            text not null,
    password        text not null,
    roles           text[] not null,
    registered_at   timestamptz not null,
    version         int not null
);

-- Ids are chosen by the account's owner, so they are unique within an account only.
create table accounts.addresses (
    account     uuid not null references accounts.holders on delete cascade,
    id          uuid not null,
    recipient   text not null,
    line1       text not null,
    line2       text,
    city        text not null,
    region      text,
    postal_code text not null,
    country     text not null,
    preferred   boolean not null,
    primary key (account, id)
);
create unique index addresses_one_preferred on accounts.addresses (account) where preferred;

-- Failed attempts to sign in, known address or not, so the address itself is not kept.
create table accounts.failed_sign_ins (
    address_hash bytea primary key,
    failures     int not null,
    since        timestamptz not null
);
create index failed_sign_ins_by_age on accounts.failed_sign_ins (since);
