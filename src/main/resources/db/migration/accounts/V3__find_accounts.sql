-- Lower case without accents. Declared immutable so that it can be stored and indexed; the rules of
-- unaccent do not change while the database runs.
create function accounts.plain(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- The pattern that finds a text anywhere in the words; nothing in it is a wildcard.
create function accounts.containing(text) returns text
    language sql immutable strict parallel safe
    return '%' || regexp_replace(accounts.plain($1), '([\\%_])', '\\\1', 'g') || '%';

-- What an account is found by. Stored, since one or two letters have no index to be looked up in.
alter table accounts.holders add column words text not null
    generated always as (accounts.plain(email || ' ' || canonical_email || ' ' || name)) stored;
create index holders_by_words on accounts.holders using gin (words public.gin_trgm_ops);

-- Those who work here are few among the customers.
create index holders_who_work_here on accounts.holders (id) where roles <> '{CUSTOMER}';
