create schema if not exists recommendations;

-- What can be recommended. Whatever is counted goes by the number, which is short and never changes.
create table recommendations.items (
    number      int generated always as identity primary key,
    kind        text not null check (kind in ('PRODUCT', 'FILM')),
    id          uuid not null,
    shown       boolean not null default false,
    minimum_age int not null default 0,
    genres      text[] not null default '{}',
    revision    bigint not null default -1,
    people      int not null default 0,
    popularity  double precision not null default 0,
    popular_at  timestamptz not null default 'epoch',
    touched_at  timestamptz not null default now(),
    unique (kind, id)
);
comment on column recommendations.items.shown is 'on sale, or published';
comment on column recommendations.items.revision is 'of the fact that was heard last; a lower one is late';
comment on column recommendations.items.people is 'how many like it';
comment on column recommendations.items.popularity is 'likes, those before popular_at faded; 0 while there is none';
comment on column recommendations.items.touched_at is 'when something that is kept in memory changed';
create index items_by_touch on recommendations.items (touched_at);

-- Accounts; and baskets of guests, by the order, of whom nobody knows who they are.
create table recommendations.people (
    id           uuid primary key,
    account      boolean not null,
    opted_out    boolean not null default false,
    chosen_at    timestamptz,
    known_since  timestamptz not null default now()
);
create index guests_by_age on recommendations.people (known_since) where not account;

-- Who liked what. What is not counted is beyond what is counted of one person.
create table recommendations.likes (
    person  uuid not null references recommendations.people on delete cascade,
    item    int not null references recommendations.items,
    how     text not null check (how in ('BOUGHT', 'WATCHED')),
    lasting boolean not null,
    counted boolean not null,
    at      timestamptz not null,
    primary key (person, item)
);
comment on column recommendations.likes.lasting is 'never needed again, such as a film';

-- How many like both; each pair both ways.
create table recommendations.pairs (
    a     int not null,
    b     int not null,
    count int not null,
    primary key (a, b)
);

create table recommendations.models (
    version      bigint generated always as identity primary key,
    trained_at   timestamptz not null,
    items        int not null,
    people       int not null,
    milliseconds bigint not null
);

create table recommendations.neighbours (
    model   bigint not null references recommendations.models on delete cascade,
    item    int not null,
    others  int[] not null,
    weights real[] not null,
    primary key (model, item)
);
comment on column recommendations.neighbours.others is 'strongest first';
