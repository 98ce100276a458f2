-- The key with the highest number signs. Numbers are consecutive: of several instances that
-- see a new key is due, one gets to make it.
create table accounts.signing_keys (
    number     int primary key,
    jwk        text not null,
    created_at timestamptz not null
);
