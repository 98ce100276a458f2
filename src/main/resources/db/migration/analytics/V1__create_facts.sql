create schema if not exists analytics;

-- What happened, once each: an event keeps its id and its instant however often it is told.
create table analytics.facts (
    id          uuid not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null default now(),
    -- who says it, what, and the version of what is in data: orders.order-confirmed.v1
    type        text not null,
    -- of a browser, by its consent
    session     text,
    -- a pseudonym
    person      uuid,
    data        jsonb not null,
    primary key (occurred_at, id)
) partition by range (occurred_at);
create index facts_by_type on analytics.facts (type, occurred_at);

-- Sums over a quarter of an hour, the longest time of which the hours and days of every zone are made.
-- A function of the facts in it and of nothing else, so that it can be made again.
create table analytics.rollups (
    quarter timestamptz not null,
    measure text not null,
    key     text not null,
    times   bigint not null,
    total   bigint not null,
    primary key (measure, quarter, key)
);
create index rollups_by_quarter on analytics.rollups (quarter);

-- Quarters that got facts since they were summed up, written by whoever adds some. Several rows may say
-- the same: a unique one would make everybody wait for everybody.
create table analytics.touched (
    quarter timestamptz not null
);

create table analytics.films (
    id      uuid primary key,
    title   text not null,
    version bigint not null
);

-- Under which key accounts are hashed.
create table analytics.pseudonym_key (
    key bytea not null
);
insert into analytics.pseudonym_key
select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');

-- Who is meant by a pseudonym; null once the account is deleted, for good.
create table analytics.persons (
    account bytea primary key,
    person  uuid
);

-- Months are made and dropped by whoever owns the table, for whoever may write to it. Attaching one, other
-- than making it in its place, lets others write meanwhile.
create function analytics.make_month(month date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    first date := make_date(extract(year from month)::int, extract(month from month)::int, 1);
    name  text := 'facts_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('analytics.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('analytics.make_month'));
    -- not to_regclass again: it remembers that there was none before the wait
    if not exists (select from pg_class where relname = name and relnamespace = 'analytics'::regnamespace) then
        execute format('create table analytics.%I (like analytics.facts including defaults including indexes)', name);
        execute format('alter table analytics.facts attach partition analytics.%I for values from (%L) to (%L)',
            name, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
    end if;
end
$$;

create function analytics.drop_months_before(month date) returns int
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '3s' as $$
declare
    partition text;
    dropped   int := 0;
begin
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'analytics.facts'::regclass and c.relname < 'facts_' || to_char(month, 'YYYY_MM')
    loop
        execute format('drop table analytics.%I', partition);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;
