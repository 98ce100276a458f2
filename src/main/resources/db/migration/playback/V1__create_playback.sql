create schema if not exists playback;

-- What orders gave, and which of them were undone: either may be heard first.
create table playback.grants (
    order_id   uuid not null,
    film_id    text not null,
    account    uuid not null,
    video      uuid,
    plan       text,
    quantity   int not null,
    granted_at timestamptz not null,
    primary key (order_id, film_id)
);
create index grants_by_account on playback.grants (account, video);

create table playback.revoked_orders (
    order_id   uuid primary key,
    revoked_at timestamptz not null
);

-- Stays when an account is erased, so that what is heard late brings nothing back.
create table playback.viewers (
    account     uuid primary key,
    maximum_age int,
    erased      boolean not null default false
);

-- As last heard; the columns after "published" are null while only a withdrawal was.
create table playback.films (
    video       uuid primary key,
    version     bigint not null,
    published   boolean not null,
    minimum_age int,
    access      text
);

create table playback.progress (
    account  uuid not null,
    video    uuid not null,
    position int not null,
    resume   int not null,
    seconds  int not null,
    watched  boolean not null,
    heard_at timestamptz not null,
    primary key (account, video)
);
create index progress_by_time on playback.progress (account, heard_at desc, video desc);

create table playback.sessions (
    id          uuid primary key,
    account     uuid,
    video       uuid not null,
    device      text not null,
    opening_key text not null,
    started_at  timestamptz not null,
    began       int not null,
    seconds     int not null,
    heard_at    timestamptz not null,
    finished_at timestamptz,
    forgotten   boolean not null,
    beat        int not null,
    position    int not null,
    watched     int not null,
    furthest    int not null,
    startup     int,
    stalls      int not null,
    stalled     bigint not null,
    version     bigint not null,
    unique nulls not distinct (account, opening_key)
);
create index sessions_open on playback.sessions (heard_at) where finished_at is null;
create index sessions_open_by_account on playback.sessions (account, heard_at)
    where finished_at is null and account is not null;
create index sessions_finished on playback.sessions (finished_at) where finished_at is not null;
